import { z } from 'zod';
import { head, optionalText } from './common';

/** A note, or a file with or without one (Intuit, Attachable). We write notes alone. */
export const attachable = z.looseObject({ ...head, Note: optionalText });
