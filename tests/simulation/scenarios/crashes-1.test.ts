import { crashTests } from './crash-tests';

crashTests(1);
