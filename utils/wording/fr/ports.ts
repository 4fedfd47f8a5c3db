import type { ports as en } from '../en/ports';

/**
 * Phrases des deux adaptateurs, en français du Canada. `{system}` est TPS ou QuickBooks; `{type}`
 * choisit le mot, `{label}` est le numéro ou le nom.
 */

const WORDS = {
  client: ['le client', 'du client'],
  invoice: ['la facture', 'de la facture'],
  payment: ['le paiement', 'du paiement'],
  adjustment: ["l'ajustement", "de l'ajustement"],
  creditMemo: ['la note de crédit', 'de la note de crédit'],
  journalEntry: ["l'écriture de journal", "de l'écriture de journal"],
  deposit: ['le dépôt', 'du dépôt'],
  expense: ['la dépense', 'de la dépense'],
  workCode: ['le code de travail', 'du code de travail'],
  item: ['le produit ou service', 'du produit ou service'],
  account: ['le compte', 'du compte'],
  tax: ['la taxe', 'de la taxe'],
  method: ['le mode de paiement', 'du mode de paiement'],
  company: ['les paramètres de la société', 'des paramètres de la société'],
  session: ['la session', 'de la session'],
  receivable: ['le sommaire des comptes clients', 'du sommaire des comptes clients'],
  deletions: ['la liste des suppressions', 'de la liste des suppressions'],
  changes: ['la liste des modifications', 'de la liste des modifications'],
  note: ['la note partagée', 'de la note partagée'],
  other: ["l'enregistrement", "de l'enregistrement"],
} as const;

const THE = chosen(0, false);
const THE_CAPITAL = chosen(0, true);
const OF_THE = chosen(1, false);

export const ports: Record<keyof typeof en, string> = {
  'port.signedOut':
    'Votre session {system} est fermée. Ouvrez une session et nous reprendrons où nous en étions.',
  'port.noSession':
    "Aucune page {system} en session n'a été vue depuis l'ouverture du navigateur. Ouvrez {system} dans un onglet, ou actualisez-le, et nous continuerons.",
  'port.wrongBooks':
    "{system} affiche {current}, mais cette configuration est celle de {paired}. Rien n'a été envoyé. Passez à {paired} dans {system}, puis continuez.",
  'port.noAccess':
    "La personne en session dans {system} n'a pas accès à la société jumelée. Rien n'a été envoyé. Ouvrez une session avec un compte qui y a accès.",
  'port.noPermission':
    "La personne en session dans {system} n'est pas autorisée à faire cela. Rien n'a été modifié. Demandez l'autorisation, ou utilisez un compte qui l'a.",
  'port.noSyncPermission':
    "{user} ne peut pas synchroniser : l'autorisation Sync manque dans TPS. Rien n'a été envoyé. Un administrateur du cabinet peut l'accorder.",
  'port.busy':
    '{system} nous demande de ralentir. Nous attendons {seconds, plural, one {# seconde} other {# secondes}}, puis nous continuons.',
  'port.unreachable':
    "{system} n'a pas répondu. Rien n'a été modifié. Nous réessayons; vérifiez la connexion si cela persiste.",
  'port.listMoved':
    "Les listes de {system} ont changé sans arrêt pendant la lecture. Rien n'a été modifié. Réessayez à un moment plus calme.",
  'port.tooManyCookies':
    'Votre navigateur conserve trop de témoins pour {system}, qui refuse de répondre. Effacez les témoins de intuit.com et ouvrez une nouvelle session.',
  'port.outcomeUnknown': `La connexion à {system} a été coupée pendant l'envoi ${OF_THE} {label}. L'envoi est peut-être arrivé : nous vérifions avant de recommencer.`,
  'port.changedMeanwhile': `Entre-temps, quelqu'un a modifié ${THE} {label} dans {system}. Rien n'a été envoyé; la prochaine synchronisation y reviendra.`,
  'port.malformed': `{system} a donné une réponse que nous ne comprenons pas : {field} dans ${THE} {label}. Rien n'a été écrit. Veuillez nous transmettre les détails ci-dessous.`,
  'port.refused': `{system} refuse ${THE} {label} : {detail}`,
  'port.queryRefused':
    '{system} n’a pas pu lister ses {type, select, client {clients} invoice {factures} payment {paiements} other {enregistrements}} : {detail}. Rien n’a été lu; rien n’est donc comparé ni écrit. L’un d’eux contient ce que son propre service refuse (une adresse courriel, par exemple) : corrigez-le dans {system}.',
  'port.duplicateNumber':
    '{holder, select, CreditMemo {La note de crédit} SalesReceipt {Le reçu de vente} RefundReceipt {Le reçu de remboursement} Estimate {Le devis} other {La facture}} {number} existe déjà dans {system}. Rien n’a été envoyé. Donnez un autre numéro à l’un des deux.',
  'port.duplicateNumberHeld':
    "La facture {number} existe déjà dans {system}, pour {client} ({amountCents}). Rien n'a été envoyé.",
  'port.duplicateName':
    "Le nom {name} est déjà pris dans {system}, peut-être par un fournisseur, un employé ou un élément inactif. Rien n'a été envoyé. Changez l'un des deux noms.",
  'port.duplicateNameHeld':
    "Le nom {name} est déjà pris dans {system} par {holder, select, vendor {un fournisseur} employee {un employé} other {un autre client}}. Rien n'a été envoyé. Changez l'un des deux noms.",
  'port.duplicateCode':
    "Le code client {code} est déjà utilisé dans TPS. Rien n'a été envoyé. Choisissez un autre code.",
  'port.periodClosed': `La date ${OF_THE} {label} tombe dans une période fermée de {system}. Rien n'a été modifié. Utilisez une date ultérieure, ou rouvrez la période.`,
  'port.deposited': `${THE_CAPITAL} {label} fait partie d'un dépôt bancaire dans {system} : aucune modification n'est possible et rien n'a été envoyé. Faites d'abord le retrait du dépôt, ou inscrivez un ajustement.`,
  'port.gone': `${THE_CAPITAL} {label} n'existe plus dans {system}. Rien n'a été envoyé.`,
  'port.goneOrInactive': `${THE_CAPITAL} {label} n'existe plus dans {system}, ou mentionne un client, un produit ou un compte inactif. Rien n'a été envoyé.`,
  'port.inactiveReference': `${THE_CAPITAL} {label} mentionne un élément absent ou inactif dans {system} ({field}). Rien n'a été envoyé. Réactivez cet élément, ou choisissez une autre correspondance.`,
  'port.cannotLink': `L'imputation ${OF_THE} {label} est impossible : un des documents visés est à un autre client dans {system}, ou n'existe plus. Rien n'a été envoyé.`,
  'port.hasBalance': `${THE_CAPITAL} {label} a encore un solde dans {system} : la désactivation est impossible et rien n'a été modifié. Réglez d'abord ce solde.`,
  'port.textTooLong': `Un texte ${OF_THE} {label} est trop long pour {system} ({field}). Rien n'a été envoyé. Raccourcissez-le.`,
  'port.invalidEmail': `{system} refuse l'adresse courriel ${OF_THE} {label}. Rien n'a été envoyé. Corrigez-la.`,
  'port.subscriptionEnded':
    "L'abonnement {system} de cette société a pris fin. Rien ne peut être écrit avant son renouvellement.",
  'port.wrongAccount': `Le compte choisi pour ${THE} {label} n'est pas du bon type dans {system}. Rien n'a été envoyé. Choisissez un compte de type Banque ou Autres actifs à court terme.`,
  'port.taxCodeMissing': `Une ligne ${OF_THE} {label} n'a pas de code de taxe que {system} accepte. Rien n'a été envoyé. Établissez la correspondance des taxes de ses codes de travail.`,
  'port.negativeTotal': `Le total ${OF_THE} {label} est négatif, ce que {system} refuse. Rien n'a été envoyé.`,
  'port.nameCharacters':
    "Le nom {label} contient un deux-points, une tabulation ou un saut de ligne, ce que {system} refuse. Rien n'a été envoyé. Modifiez le nom.",
  'port.itemNameTaken':
    'QuickBooks a déjà un produit ou service nommé {name}, peut-être inactif. Rien n’a été créé. Choisissez-le dans la liste ou donnez un autre nom au nouveau.',
  'port.itemNameTooLong':
    'Le nom {name} dépasse les 100 caractères que QuickBooks accepte. Rien n’a été créé. Raccourcissez-le.',
  'port.numberTooLong':
    "Le numéro de facture {label} dépasse les 21 caractères que {system} accepte. Rien n'a été envoyé. Donnez-lui un numéro plus court.",
  'port.severalTaxes':
    "La facture {label} a des lignes à taxes de vente différentes, mais {system} n'en accepte qu'une par facture. Rien n'a été envoyé.",
  'port.unnumberable':
    "TPS ne peut pas numéroter une facture {label} : un numéro y est formé d'un code de lettres et de chiffres, comme SD-1042. Rien n'a été envoyé. Renumérotez-la dans QuickBooks.",
  'port.unknownId': `${THE_CAPITAL} {label} renvoie à {detail}, qui n'est pas un enregistrement de {system}. Rien n'a été envoyé.`,
  'port.receivableUnclear': `Impossible d'inscrire ${THE} {label} : {system} n'a aucun compte actif de type Comptes clients, ou en a plusieurs. Rien n'a été envoyé. N'en gardez qu'un seul actif, ou faites l'inscription directement dans {system}.`,
  'port.creditInUse': `Un paiement dans {system} se sert ${OF_THE} {label} en même temps que d'autres sommes. Rien n'a été modifié. Dissociez-les d'abord dans ce paiement.`,
  'port.notTopLevel':
    '{system} a laissé le client {label} sous son client parent. Sortez-le de là directement dans {system}.',
  'port.againstRule': `{system} ne le permet pas pour ${THE} {label} : {detail}`,
};

function chosen(index: 0 | 1, capital: boolean): string {
  const cases = Object.entries(WORDS).map(([type, words]) => {
    const word = words[index];
    // An apostrophe quotes in ICU messages, unless it is the typographic one.
    const text = (capital ? word.charAt(0).toUpperCase() + word.slice(1) : word).replaceAll(
      "'",
      '’',
    );
    return `${type} {${text}}`;
  });
  return `{type, select, ${cases.join(' ')}}`;
}
