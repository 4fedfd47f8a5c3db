import { cents } from '../../../utils/ledger/cents';
import type { InvoiceDraft, PaymentDraft } from '../../../utils/ledger/drafts';
import { clientDraft, invoiceDraft, paymentDraft } from './drafts';
import { type TpsScene, tpsScene } from './tps-scene';

/** TPS knows no idempotency key: whatever is given is not sent. */
export const KEY = 'unused';

export interface TpsOffice {
  readonly scene: TpsScene;
  readonly clientId: string;
  readonly workCodeId: string;
  readonly bankId: string;
  /** 140.00 with GST and QST: 7.00 + 13.97 (9.975 %, half up). */
  invoice(change?: Partial<InvoiceDraft>): InvoiceDraft;
  payment(change?: Partial<PaymentDraft>): PaymentDraft;
}

/** A TPS with one client in it, and drafts that it takes. */
export async function tpsOffice(): Promise<TpsOffice> {
  const scene = await tpsScene();
  const references = await scene.port.references();
  const code = references.codes.find((one) => one.billable && one.group === 'CHARGEABLE');
  const workCodeId = code?.id ?? '';
  const bankId = references.banks[0]?.id ?? '';
  const clientId = (await scene.port.create(clientDraft(), KEY)).id;
  scene.site.sent.length = 0;
  return {
    scene,
    clientId,
    workCodeId,
    bankId,
    invoice: (change = {}) =>
      invoiceDraft({
        clientId,
        lines: [
          {
            codeId: workCodeId,
            description: 'T1',
            quantity: '2',
            amountCents: cents(140_00),
            taxKey: '1+2',
          },
        ],
        taxes: [
          { ref: '1', amountCents: cents(7_00) },
          { ref: '2', amountCents: cents(13_97) },
        ],
        totalCents: cents(160_97),
        marker: '[QBO invoice 187]',
        ...change,
      }),
    payment: (change = {}) =>
      paymentDraft({ clientId, bankId, marker: '[QBO payment 9]', ...change }),
  };
}
