import type { MappingsFileView } from '../../utils/views/views';

/** A file that was chosen, and what it would change. */
export interface LookedFile {
  fileName: string;
  look: MappingsFileView;
}
