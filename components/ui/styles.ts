/** Styles of the workspace: every Mantine component, then our own ground. */
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import './theme.css';
