import { useAnswer } from '../ui/use-answer';
import { useAsk } from '../ui/use-ask';
import { OpenDocuments } from './OpenDocuments';

/** The open documents with the worker behind them. */
export function OpenDocumentsSection() {
  const { value, trouble, refresh } = useAnswer('setup.documents', {});
  const { send, busy, trouble: refused } = useAsk(refresh);
  return (
    <OpenDocuments
      view={value}
      trouble={refused ?? trouble}
      onRetry={refresh}
      busy={busy !== null}
      onLinkSettled={(on) => void send('setup.linkSettled', { on })}
    />
  );
}
