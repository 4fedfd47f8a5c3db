import type { OptionsFilter } from '@mantine/core';
import { rowMatches } from '../ui/table/search';

/** Every word, in any order, without accents; stops at the limit, as lists are long. */
export const filterOptions: OptionsFilter = ({ options, search, limit }) => {
  const found: typeof options = [];
  for (const option of options) {
    if (found.length >= limit) break;
    if ('label' in option && rowMatches([option.label], search)) found.push(option);
  }
  return found;
};
