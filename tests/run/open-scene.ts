import { type Scene, startScene } from '../e2e/harness/scene';
import { openingTrouble } from './opening-trouble';
import type { StartOptions } from './options.mjs';

/** The stand-ins and the browser that the options ask for; throws what kept them from opening. */
export async function openScene(options: StartOptions): Promise<Scene> {
  const { seed, clients, qboSamples, headless } = options;
  const firm = { seed, clients, ...(qboSamples === undefined ? {} : { qboSamples }) };
  try {
    return await startScene(firm, { headless });
  } catch (error) {
    throw openingTrouble(error, process.env, qboSamples);
  }
}
