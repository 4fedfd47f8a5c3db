/** The look of every screen, in one place. Tokens that CSS needs too stand in theme.css. */
import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

/** Neutral greys, from paper to ink. */
const slate: MantineColorsTuple = [
  '#f8fafc',
  '#f1f5f9',
  '#e2e8f0',
  '#cbd5e1',
  '#94a3b8',
  '#64748b',
  '#475569',
  '#334155',
  '#1e293b',
  '#0f172a',
];

/** The same greys as Mantine's dark scheme reads them: text first, ground last. */
const night: MantineColorsTuple = [
  '#e2e8f0',
  '#cbd5e1',
  '#a3b1c6',
  '#8796ad',
  '#3a485d',
  '#2b384b',
  '#1d2939',
  '#131c2b',
  '#0d1522',
  '#080e18',
];

/** The one accent: links, and the one primary action of a screen. */
const teal: MantineColorsTuple = [
  '#eefaf8',
  '#d3f2ee',
  '#a6e3dc',
  '#6fcfc6',
  '#43b5ac',
  '#249892',
  '#177a75',
  '#12615e',
  '#114e4c',
  '#0f403f',
];

/** Destructive actions, once asked for. */
const red: MantineColorsTuple = [
  '#fef2f2',
  '#fee2e2',
  '#fecaca',
  '#fca5a5',
  '#f87171',
  '#ef4444',
  '#dc2626',
  '#b91c1c',
  '#991b1b',
  '#7f1d1d',
];

const sizes = { xs: '12px', sm: '13px', md: '15px', lg: '18px', xl: '24px' };
const quietFade = { duration: 120 };

/** Sizes 12/13/15/18/24, spaces 4/8/12/16/24/32, one accent; both schemes. */
export const theme = createTheme({
  colors: { gray: slate, dark: night, teal, red },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  // A filled button is dark in the light scheme and light in the dark one; its text is the reverse.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    if (input.variant === 'filled') return { ...colors, color: 'var(--lb-on-fill)' };
    const accent = input.color === undefined || input.color === 'teal';
    if (input.variant === 'subtle' && accent) return { ...colors, color: 'var(--lb-accent)' };
    return colors;
  },
  black: '#0f172a',
  fontFamily: "'Inter Variable', Inter, system-ui, sans-serif",
  fontSizes: sizes,
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.45' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '5px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: sizes.xl, lineHeight: '1.3' },
      h2: { fontSize: sizes.lg, lineHeight: '1.4' },
      h3: { fontSize: sizes.md, lineHeight: '1.45' },
      h4: { fontSize: sizes.sm, lineHeight: '1.45' },
    },
  },
  // Plain objects, not Component.extend(): the popup loads only the components that it draws.
  components: {
    InputWrapper: {
      styles: { label: { fontSize: sizes.sm, marginBottom: 4 }, error: { fontSize: sizes.xs } },
    },
    Button: { defaultProps: { size: 'sm', fw: 550 } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: {
      // The list itself scrolls: it is what the field controls, so a screen reader knows it.
      defaultProps: { size: 'sm', withScrollArea: false, maxDropdownHeight: 240 },
      styles: { options: { maxHeight: 240, overflowY: 'auto' } },
    },
    NativeSelect: { defaultProps: { size: 'sm' } },
    Radio: { styles: { description: { fontSize: sizes.xs } } },
    Switch: { styles: { description: { fontSize: sizes.xs } } },
    Progress: { defaultProps: { radius: 'xl', size: 8 } },
    Modal: {
      defaultProps: { centered: true, radius: 'lg', padding: 'lg', transitionProps: quietFade },
    },
    Drawer: {
      defaultProps: { position: 'right', padding: 'lg', transitionProps: quietFade },
    },
  },
});
