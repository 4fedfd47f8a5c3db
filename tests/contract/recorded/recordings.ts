/** Answers of real companies that others recorded, where they lie beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Json, parseJson } from '../../sandbox/qbo/json';

export const RECORDINGS = path.resolve(import.meta.dirname, '../../../../shared/fixtures/qbo');

/**
 * Since 2026-11-23: the recordings belong to others and are not part of this repository, so a
 * clone without them leaves these tests out.
 */
export const absent = !existsSync(path.join(RECORDINGS, 'PROVENANCE.tsv'));

/** `Invoice/minimul-qbo_api--1` */
export type SampleName = string;

export interface Provenance {
  readonly sample: SampleName;
  readonly repo: string;
  /** Where in that repository, such as `spec/vcr/void/invoice.yml#interaction1`. */
  readonly origin: string;
  /** Set where the note says what was asked and answered. */
  readonly exchange: { readonly method: string; readonly url: URL; readonly status: number } | null;
}

export function readSample(sample: SampleName): Json {
  const value = parseJson(readFileSync(path.join(RECORDINGS, `${sample}.json`), 'utf8'));
  if (value === undefined) throw new Error(`${sample} is no JSON`);
  return value;
}

export function samplesOf(folder: string): readonly SampleName[] {
  return readdirSync(path.join(RECORDINGS, folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => `${folder}/${file.slice(0, -'.json'.length)}`);
}

const EXCHANGE = /^(GET|POST) (https:\S+) -> HTTP (\d{3});/;

/** The rows of PROVENANCE.tsv. */
export function provenance(): readonly Provenance[] {
  const [, ...lines] = readFileSync(path.join(RECORDINGS, 'PROVENANCE.tsv'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [file = '', repo = '', origin = '', , , note = ''] = line.split('\t');
    const said = EXCHANGE.exec(note);
    return {
      sample: file.replace(/\.json$/, ''),
      repo,
      origin,
      exchange: said && {
        method: said[1] ?? '',
        url: new URL(said[2] ?? ''),
        status: Number(said[3]),
      },
    };
  });
}
