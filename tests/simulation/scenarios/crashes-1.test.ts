import { crashTests } from './crash-tests';
import { STORIES } from './stories';

crashTests(STORIES.filter((_, index) => index % 2 === 0));
