import type { Office } from './office';

/** QuickBooks answers with this row in the place of its own. */
export function answeredAs(
  office: Office,
  entity: string,
  id: string,
  change: (row: object) => object,
) {
  const fixed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fixed);
    if (typeof value !== 'object' || value === null) return value;
    const own = Object.entries(value).map(([key, inner]) => [
      key,
      key === entity && Array.isArray(inner)
        ? inner.map((row) => (row.Id === id ? change(row) : row))
        : fixed(inner),
    ]);
    return Object.fromEntries(own);
  };
  office.sites.qbo.mishap({
    times: Number.POSITIVE_INFINITY,
    when: ({ url }) => /\/v3\//.test(url),
    after: async (response) => {
      const body: unknown = await response.json();
      return Response.json(fixed(body), { status: response.status, headers: response.headers });
    },
  });
}
