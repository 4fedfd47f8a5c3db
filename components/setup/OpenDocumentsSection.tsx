import { useAnswer } from '../ui/use-answer';
import { OpenDocuments } from './OpenDocuments';

/** The open documents with the worker behind them. */
export function OpenDocumentsSection() {
  const { value, trouble, refresh } = useAnswer('setup.documents', {});
  return <OpenDocuments view={value} trouble={trouble} onRetry={refresh} />;
}
