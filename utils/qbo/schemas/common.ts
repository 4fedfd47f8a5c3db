/** Parts that all QBO objects have. Loose about keys that we do not use (recorded samples vary). */
import { z } from 'zod';
import { instantText, moneyNumber } from '../../http/fields';

export const ref = z.looseObject({ value: z.string() });

export const head = {
  Id: z.string().min(1),
  SyncToken: z.string(),
  MetaData: z.looseObject({ LastUpdatedTime: instantText }),
};

export const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

export const optionalRefId = ref.nullish().transform((value) => value?.value ?? '');

/** Absent in some answers of minor versions below 75: counts as nothing. */
export const moneyOrZero = moneyNumber.nullish();

/** What a line, or a document as a whole, is linked with. */
export const linkedTxn = z.looseObject({ TxnId: z.string(), TxnType: z.string() });

/** `{"Payment":{"status":"Deleted","Id":"39",…}}`: what is left of a deleted object in CDC. */
export const deletedRow = z.looseObject({ Id: z.string().min(1), status: z.literal('Deleted') });
