import '../../components/ui/styles-light';
import { mount } from '../../components/ui/mount';
import { App } from './App';

void mount(<App />);
