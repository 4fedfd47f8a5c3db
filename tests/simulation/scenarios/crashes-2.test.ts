import { crashTests } from './crash-tests';

crashTests(2);
