import { type Asked, malformed, signedOut } from './failures';
import type { Answer } from './send';

const LOG_IN = /type=["']?password|sign[\s-]?in|log[\s-]?in|accounts\.intuit\.com|connexion/i;

/**
 * The JSON of an answer. Throws PortError: `signedOut` when a read was led to a log-in page,
 * `malformed` when it is no JSON (cut off, or another page); for a write `outcomeUnknown` in each
 * case, because it may have been carried out before the answer got lost.
 */
export function readJson(answer: Answer, asked: Asked): unknown {
  try {
    const value: unknown = JSON.parse(answer.text);
    return value;
  } catch {
    const start = answer.text.slice(0, 80);
    const technical = `HTTP ${answer.status}, no JSON: ${start}`;
    if (!asked.write && isLogInPage(answer)) throw signedOut(asked, technical);
    throw malformed(asked, 'JSON', technical);
  }
}

/** A page where one signs in, instead of data. */
function isLogInPage(answer: Answer): boolean {
  if (!looksLikeHtml(answer)) return false;
  return answer.redirected || LOG_IN.test(answer.text);
}

export function looksLikeHtml(answer: Answer): boolean {
  return /^\s*(<!doctype|<html|<head|<body|<!--)/i.test(answer.text);
}
