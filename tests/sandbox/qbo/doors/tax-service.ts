import { QboFault, requiredParameter } from '../fault';
import { type JsonObject, objectsAt, textAt } from '../json';
import { bodyOf, type Call } from './call';

/** `POST /taxservice/taxcode`: makes a code and its rates in one call (Intuit: TaxService). */
export function makeTaxCode(call: Call): JsonObject {
  const body = bodyOf(call);
  const name = textAt(body, 'TaxCode');
  if (name === undefined) throw requiredParameter('TaxCode');
  const details = objectsAt(body, 'TaxRateDetails');
  if (details.length === 0) throw requiredParameter('TaxRateDetails');
  const made = details.map((detail) => rateOf(call, detail));
  const list = {
    TaxRateDetail: made.map((detail, index) => ({
      TaxRateRef: { value: textAt(detail, 'TaxRateId') ?? '' },
      TaxTypeApplicable: 'TaxOnAmount',
      TaxOrder: index,
    })),
  };
  const code = call.company.create('TaxCode', {
    Name: name,
    Description: name,
    SalesTaxRateList: list,
    PurchaseTaxRateList: list,
  });
  return { TaxCode: name, TaxCodeId: textAt(code, 'Id') ?? '', TaxRateDetails: made };
}

function rateOf(call: Call, detail: JsonObject): JsonObject {
  const known = textAt(detail, 'TaxRateId');
  if (known !== undefined) return detail;
  const name = textAt(detail, 'TaxRateName');
  if (name === undefined) throw requiredParameter('TaxRateName');
  if (detail.RateValue === undefined) {
    throw new QboFault(
      '2020',
      'Required param missing, need to supply the required value for the API',
      'Required parameter RateValue is missing in the request',
      'RateValue',
    );
  }
  const rate = call.company.create('TaxRate', {
    Name: name,
    RateValue: detail.RateValue,
    AgencyRef: { value: textAt(detail, 'TaxAgencyId') ?? '1' },
  });
  const TaxAgencyId = textAt(detail, 'TaxAgencyId') ?? '1';
  return { ...detail, TaxAgencyId, TaxRateId: textAt(rate, 'Id') ?? '' };
}
