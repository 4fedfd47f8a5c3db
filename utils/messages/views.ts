/**
 * What the screens show. The background worker makes these; screens only draw them.
 * Amounts are cents, dates plain dates, instants ISO UTC. All values survive structured clone.
 */

export * from './views/app';
export * from './views/clients';
export * from './views/flags';
export * from './views/mappings';
export * from './views/run';
export * from './views/setup';
