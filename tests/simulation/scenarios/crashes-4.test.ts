import { crashTests } from './crash-tests';

crashTests(4);
