import { TieOutScreen } from '../../../components/tieout/TieOutScreen';
import type { PageProps } from '../page-props';

export function TieOutPage({ view, actions }: PageProps) {
  return (
    <TieOutScreen
      tieOut={view.tieOut}
      onPreview={() => actions.openWorkspace({ view: 'preview' })}
    />
  );
}
