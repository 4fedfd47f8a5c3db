import '../../components/ui/styles';
import { mount } from '../../components/ui/mount';
import { App } from './App';

void mount(<App />);
