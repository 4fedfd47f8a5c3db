const AT = '{sheet}, row {row}, column {column}: ';
const THING =
  '{list, select, codeTps {work code} codeQbo {product or service} specialTps {charge or adjustment} specialQbo {product, service or account} taxTps {tax combination} taxQbo {tax code} bankTps {bank account} bankQbo {account} methodTps {payment method} methodQbo {payment method} clientTps {client} other {customer}}';
const SYSTEM = '{side, select, tps {TPS} other {QuickBooks}}';

/** Sentences about the mappings file, and the words that stand in it. */
export const mappingsFile = {
  'file.notExcel':
    'This is not an Excel workbook (.xlsx). Save it as “Excel Workbook” without a password and choose it again. Nothing was changed.',
  'file.tooBig':
    'This file is larger than {megabytes, number} MB, so it cannot be a mappings file. Nothing was changed.',
  'file.damaged': 'This workbook cannot be opened; it seems damaged. Nothing was changed.',
  'file.tooManyRows':
    '{sheet}: there are more than {rows, number} rows. Remove the rows that you do not need.',
  'file.notMappings':
    'This workbook is not a mappings file: its first sheet does not say which firm and company it belongs to. Download one here and fill that in.',
  'file.newer':
    'This file was made by a newer version of the extension. Update the extension, or download the file again here.',
  'file.otherBooks':
    'This file belongs to “{firm}” with “{company}”. This browser syncs “{ourFirm}” with “{ourCompany}”. Nothing was changed.',
  'file.noSheet': 'The sheet “{sheet}” is missing.',
  'file.noColumn': '{sheet}: the column “{column}” is missing.',
  'file.unknown': `${AT}there is no ${THING} “{name}” in ${SYSTEM}.`,
  'file.ambiguous': `${AT}{count} entries of ${SYSTEM} are called “{name}”. Write the id of the one you mean into column {idColumn}: {ids}.`,
  'file.inactive': `${AT}“{name}” is inactive or cannot be billed in ${SYSTEM}. Choose an active one.`,
  'file.noName': `${AT}the name is missing.`,
  'file.direction': `${AT}“{name}” is not a direction. Write “{there}” or “{back}”.`,
  'file.noWayBack': `${AT}these are mapped from TPS only. Write “{there}”.`,
  'file.duplicate': `${AT}“{name}” stands in row {other}, too. Keep one of the two rows.`,
  'file.follows': `${AT}“{name}” is mapped by its row in the other direction, so it cannot be blank here. Clear that row, too.`,
  'file.decision': `${AT}“{name}” is not a decision. Write {pair}, {create}, {exclude} or {leave}.`,
  'file.pairWithout': `${AT}to pair a client, name the TPS client and its QuickBooks customer in the same row.`,
  'file.customerWithout': `${AT}“{name}” stands there, but the decision is not to pair them. Clear the name or change the decision.`,
  'file.noReason': `${AT}write why this client is excluded. The reason is kept.`,
  'file.longReason': `${AT}the reason has more than {max, number} characters.`,
  'file.otherClient': `${AT}Client ID {code} is {actual} in TPS, not “{name}”.`,
  'file.subCustomer': `${AT}“{name}” is a sub-customer or project in QuickBooks. TPS clients are flat: pair its parent instead.`,
  'file.sameCustomer': `${AT}“{name}” stands in row {other}, too. A customer belongs to one client.`,
  'file.taken': `${AT}“{name}” is paired with {client}, who has no row in this file.`,
  'file.linked': `${AT}{client} has {documents, plural, one {# linked document} other {# linked documents}}, so it cannot be taken apart. Exclude it instead.`,
  'file.changed': 'Something changed since you looked at this file. Look at it again.',

  'managed.locked': 'This is set by your organisation.',
  'managed.readOnly':
    'Your organisation has set this extension to read only: it previews and compares, and writes nothing.',
  'managed.backupRequired':
    'Your organisation asks for a backup of both books before the first change. Make one in Set-up, step Finish, or say there which tool has one.',
  'managed.invalid':
    'Your organisation’s policy has {count, plural, one {a setting} other {settings}} that cannot be used: {keys}. The usual {count, plural, one {value applies} other {values apply}} instead.',
  'managed.unreadable':
    'Your organisation’s policy could not be read, so nothing is written until it can. Ask your administrator to look at it.',
  'managed.unclear':
    'Your organisation’s policy cannot be read, and it may forbid writing: nothing was sent. Ask your administrator to look at it.',
  'settings.ownReadOnly':
    'This extension is set to read only in its Settings: nothing is written into either system.',

  'excel.mapAbout': 'Read me',
  'excel.mapLists': 'Lists',
  'excel.mapSheet.code': 'Work codes',
  'excel.mapSheet.special': 'Charges and adjustments',
  'excel.mapSheet.tax': 'Taxes',
  'excel.mapSheet.bank': 'Bank accounts',
  'excel.mapSheet.method': 'Payment methods',
  'excel.mapSheet.client': 'Clients',
  'excel.mapTps.code': 'TPS work code',
  'excel.mapTps.special': 'TPS charge or adjustment',
  'excel.mapTps.tax': 'TPS tax combination',
  'excel.mapTps.bank': 'TPS bank account',
  'excel.mapTps.method': 'TPS payment method',
  'excel.mapTps.client': 'TPS client',
  'excel.mapQbo.code': 'QuickBooks product or service',
  'excel.mapQbo.special': 'QuickBooks product, service or account',
  'excel.mapQbo.tax': 'QuickBooks tax code',
  'excel.mapQbo.bank': 'QuickBooks account',
  'excel.mapQbo.method': 'QuickBooks payment method',
  'excel.mapQbo.client': 'QuickBooks customer',
  'excel.mapAccounts': 'QuickBooks accounts for adjustment decreases',
  'excel.mapDirection': 'Direction',
  'excel.mapClientId': 'Client ID',
  'excel.mapDecision': 'Decision',
  'excel.mapReason': 'Reason',
  'excel.mapTpsId': 'TPS id',
  'excel.mapQboId': 'QuickBooks id',
  'excel.mapDecision.pair': 'Pair',
  'excel.mapDecision.create': 'Create',
  'excel.mapDecision.exclude': 'Exclude',
  'excel.mapDecision.leave': 'Leave',
  'excel.mapSpecial.financeCharge': 'Finance charge',
  'excel.mapSpecial.openingBalance': 'Opening balance',
  'excel.mapSpecial.adjustmentIncrease': 'Adjustment increase',
  'excel.mapSpecial.adjustmentDecrease': 'Adjustment decrease',
  'excel.mapFirm': 'Firm in TPS',
  'excel.mapCompany': 'Company in QuickBooks',
  'excel.mapMade': 'Made on',
  'excel.mapHow': 'How to fill it in',
  'excel.mapHow.1':
    'Each sheet lists what TPS has and what stands for it in QuickBooks. Change the name in the QuickBooks column; Excel offers the names that exist.',
  'excel.mapHow.2': 'A blank choice means: not mapped. A row that you delete stays as it is.',
  'excel.mapHow.3':
    'A row whose direction is “QuickBooks → TPS” says where something that was entered in QuickBooks goes in TPS. There you change the TPS column.',
  'excel.mapHow.4':
    'The grey columns hold ids. You need them only where two entries have the same name: write the id of the one you mean (sheet “Lists” shows it).',
  'excel.mapHow.5':
    'Clients: decide Pair, Create, Exclude (with a reason) or Leave. Pair needs both names in one row. A blank decision means: not decided.',
  'excel.mapHow.6':
    'Keep the names of the sheets and columns. Save as .xlsx and import the file under Settings: you see every change before it is stored, and a wrong file changes nothing.',
} as const;
