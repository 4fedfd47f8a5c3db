/**
 * What the screens show. The background worker makes these; screens only draw them.
 * Amounts are cents, dates plain dates, instants ISO UTC. All values survive structured clone.
 */

export * from '../sync/run-terms';
export * from './app';
export * from './clients';
export * from './flags';
export * from './mappings';
export * from './run';
export * from './setup';
