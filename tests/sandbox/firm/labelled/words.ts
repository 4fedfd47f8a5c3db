/** What the names of the labelled set are made of; in lists of names the commonest stand first. */

const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

export const FIRST_NAMES = {
  fr: {
    f: list(`Marie, Louise, Sylvie, Nathalie, Diane, Julie, Isabelle, Chantal, Lise, Manon, Johanne, Caroline,
      Nicole, Hélène, Annie, Mélanie, Stéphanie, Martine, Geneviève, Michèle, Francine, Josée, Valérie, Karine,
      Catherine, Suzanne, Danielle, Chloé, Émilie, Audrey, Véronique, Noémie, Marie-Ève, Marie-Claude, Anne-Marie,
      Ginette, Léa, Pascale, Andrée, Renée, Claudine, Gabrielle, Béatrice, Joëlle, Maude, Sandrine, Dominique`),
    m: list(`Michel, Pierre, Jean, Daniel, Alain, André, Martin, Sylvain, Yves, Claude, Marc, Éric, François, Luc,
      Stéphane, Patrick, Jacques, Gilles, Robert, Denis, Mario, Guy, Benoît, Serge, Richard, René, Simon, Mathieu,
      Sébastien, Alexandre, Guillaume, Olivier, Philippe, Jean-François, Jean-Philippe, Marc-André, Pierre-Luc,
      Raphaël, Félix, Étienne, Réjean, Gaétan, Normand, Yvon, Hugo, Vincent, Frédéric, Dominique, Jérôme, Gabriel`),
  },
  en: {
    f: list(`Mary, Jennifer, Susan, Linda, Karen, Patricia, Lisa, Nancy, Heather, Sarah, Michelle, Donna, Sandra,
      Barbara, Amanda, Emily, Jessica, Laura, Christine, Margaret, Deborah, Angela, Melissa, Kelly, Tracy, Priya,
      Deepa, Harpreet, Mei, Ling, Fatima, Aisha, Olivia, Sophia, Hannah, Fiona, Brenda, Colleen, Joanne, Wendy`),
    m: list(`John, David, Michael, Robert, James, William, Mark, Brian, Kevin, Paul, Scott, Andrew, Steven, Peter,
      Thomas, Jason, Christopher, Matthew, Daniel, Richard, Ian, Colin, Gordon, Douglas, Ryan, Liam, Gurpreet,
      Harjit, Wei, Jun, Omar, Ahmed, Tomasz, Dmitri, Carlos, Antonio, Stuart, Neil, Craig, Graham, Alan, Keith`),
  },
} as const;

export const LAST_NAMES = {
  fr: list(`Tremblay, Gagnon, Roy, Côté, Bouchard, Gauthier, Morin, Lavoie, Fortin, Gagné, Ouellet, Pelletier,
    Bélanger, Lévesque, Bergeron, Leblanc, Paquette, Girard, Simard, Boucher, Caron, Beaulieu, Cloutier, Dubé,
    Poirier, Fournier, Lapointe, Leclerc, Lefebvre, Poulin, Thibault, St-Pierre, Nadeau, Martel, Landry, Martin,
    Bédard, Grenier, Lessard, Bernier, Richard, Michaud, Hébert, Desjardins, Couture, Turcotte, Lachance, Parent,
    Blais, Gosselin, Savard, Proulx, Beaudoin, Demers, Perreault, Boudreau, Lemieux, Cyr, Perron, Dufour, Dion,
    Mercier, Bolduc, Bérubé, Boisvert, Langlois, Ménard, Therrien, Plante, Bilodeau, Blanchette, Dubois, Champagne,
    Paradis, Fontaine, Arsenault, Gaudreault, Lacroix, Laflamme, Gingras, Robitaille, Thériault, Vachon, Charbonneau,
    Lamontagne, Saint-Onge, D'Amours, L'Heureux, Pépin, Desrosiers, Beauchemin, Brisebois, Cardinal, Chartrand,
    Clément, Corriveau, Daigle, Deschênes, Drolet, Duguay, Falardeau, Filion, Forget, Gendron, Giroux, Guérin,
    Hamel, Houle, Jodoin, Labelle, Lafleur, Lalonde, Laporte, Larouche, Latulippe, Légaré, Lépine, Maheux, Marois,
    Nolin, Pageau, Patenaude, Provencher, Quirion, Rancourt, Rioux, Rousseau, Sauvé, Séguin, Tanguay, Vaillancourt`),
  en: list(`Smith, Brown, Wilson, Campbell, MacDonald, Taylor, Anderson, Johnson, Stewart, Thompson, Singh, Patel,
    Wong, Chen, Lee, Miller, Robinson, Clark, Scott, Reid, Murray, Fraser, Ross, Young, King, Wright, Walker,
    Mitchell, Hall, Kelly, Murphy, O'Brien, O'Connor, McIntyre, McKay, McLeod, MacKenzie, Graham, Kennedy, Hughes,
    Bell, Baker, Cooper, Davidson, Ferguson, Fitzgerald, Gill, Grewal, Sidhu, Sharma, Kaur, Khan, Ali, Nguyen, Tran,
    Zhang, Wang, Li, Liu, Kim, Park, Kowalczyk, Wójcik, Novak, Petrov, Rossi, Ferrari, Romano, Silva, Santos, Costa,
    Friesen, Wiebe, Janzen, Klassen, Schmidt, Weber, Hoffman, Fischer, Peters, Hamilton, Henderson, Irwin, Jamieson,
    Kerr, Lamb, Lawson, Logan, Marsh, Mason, Morrison, Nicholson, Osborne, Paterson, Quinn, Ramsay, Sinclair,
    Sutherland, Tait, Urquhart, Vance, Wallace, Whyte, Yates, Abbott, Barlow, Carruthers, Dalton, Elliott, Fleming`),
} as const;

/** `*` becomes a last name, `@` another, `#` a first name, `%` a made-up name. */
export const COMPANY_FORMS = {
  fr: list(`Gestion * @ inc., Gestion # * inc., Garage * inc., Garage * & Fils inc., Construction * ltée,
    Les Entreprises * inc., Les Entreprises % inc., Boulangerie % inc., Boulangerie * & Fils ltée, Clinique dentaire * inc.,
    Immeubles * inc., Immeubles % inc., Placements * ltée, Plomberie * s.e.n.c., Toitures * enr., Ferme * s.e.n.c.,
    Érablière % enr., Café % inc., Restaurant % inc., Transport * ltée, Pharmacie * inc., Dr # * inc.,
    * @ Avocats s.e.n.c.r.l., * et Associés inc., Groupe % inc., Rénovations * & Frères inc., Traiteur % enr.,
    Coiffure %, Excavation * ltée, Électricité * inc., # * Consultants inc., Fiducie familiale *, % Technologies inc.,
    Paysagement % inc., Menuiserie * enr., Studio %, Location % ltée, École de danse % inc., Immobilier * @ inc.,
    Distribution % inc.`),
  en: list(`* Holdings Inc., * & Sons Ltd., * @ LLP, * Electric Ltd., * Plumbing & Heating Ltd., * Farms Ltd.,
    Dr. # * Medicine Prof. Corp., * Dental Prof. Corp., % Consulting Inc., % Landscaping Ltd., The % Group Inc.,
    *'s Auto Repair Ltd., % Bakery Co., % Trucking Inc., # * Holdings Ltd., * Family Trust, % Realty Corp.,
    % Technologies Inc., % Roofing Limited, *-@ Veterinary Clinic, % Wellness Centre Inc., * Bros. Contracting Ltd.,
    % Media Corp., * Law Professional Corporation, St. * Pub Ltd., % Logistics Corp., % Properties Inc.,
    * Management Services Inc., % Daycare Inc., * & Associates Inc., % Coffee Ltd., % Yoga Studio, * Bookkeeping,
    % Motors Limited, % Outdoor Supply Co., * Painting Ltd., % Design Inc., % Fitness Corp., * Machining Ltd.,
    % Investments Ltd.`),
} as const;

/** Halves of made-up names; put together at random. */
export const MADE_UP = {
  fr: {
    first:
      list(`L'Étoile, Le Phare, La Rivière, Le Vieux, La Belle, Le Petit, Aurore, Boréal, Horizon, Nordique,
      Polaris, Le Grand, Équinoxe, Solstice, Vertige, Altitude, Mistral, Érable, Le Cap, Val, Mont, Lac, Rive, Azur`),
    second:
      list(`du Nord, des Pins, Bleue, Moulin, du Fleuve, des Cantons, Soleil, d'Or, Royal, du Parc, Express,
      Plus, du Village, de l'Est, du Plateau, Laurentien, des Îles, du Lac, Boréale, Estrie, 2000, Rive-Sud`),
  },
  en: {
    first:
      list(`Northern, Maple, Blue, Silver, Harbour, Pine, Summit, Lakeside, Red, Golden, Prairie, Capital, Stone,
      River, Iron, Bright, Clear, Granite, Cedar, Falcon, Beacon, Apex, Pacific, Heritage, Crown`),
    second:
      list(`Ridge, Leaf, Wave, Point, Gate, Bay, Peak, Creek, Hill, Star, Field, Bridge, Rock, Path, Wood, View,
      Forge, Line, Spring, Crest, Light, Oak, Cove, Trail`),
  },
} as const;

/** City, province, beginning of the postal code. */
export const CITIES = {
  fr: [
    ['Montréal', 'QC', 'H2'],
    ['Québec', 'QC', 'G1'],
    ['Laval', 'QC', 'H7'],
    ['Longueuil', 'QC', 'J4'],
    ['Gatineau', 'QC', 'J8'],
    ['Sherbrooke', 'QC', 'J1'],
    ['Trois-Rivières', 'QC', 'G9'],
  ],
  en: [
    ['Ottawa', 'ON', 'K1'],
    ['Toronto', 'ON', 'M5'],
    ['Kingston', 'ON', 'K7'],
    ['Winnipeg', 'MB', 'R3'],
    ['Calgary', 'AB', 'T2'],
    ['Vancouver', 'BC', 'V6'],
    ['Halifax', 'NS', 'B3'],
  ],
} as const;

export const STREETS = {
  fr: list(`rue Saint-Denis, boul. René-Lévesque, av. du Parc, chemin Sainte-Foy, rue Principale, rue Notre-Dame,
    boul. Laurier, rue des Érables, rue King, av. Cartier`),
  en: list(`Bank Street, King Street, Main Street, Princess Street, Yonge Street, Portage Avenue, Elm Crescent,
    Lakeshore Road, Victoria Avenue, Queen Street`),
} as const;

export const MAIL_HOSTS = list(
  'gmail.com, hotmail.com, videotron.ca, outlook.com, bell.net, rogers.com, icloud.com',
);

/** Round fees that many clients are billed, in dollars. */
export const COMMON_FEES = [
  85, 120, 150, 175, 200, 225, 250, 300, 350, 450, 500, 750, 1000, 1500,
] as const;
