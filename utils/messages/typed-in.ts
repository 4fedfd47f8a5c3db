/** What the worker asks the guest of a tab: has somebody typed there since the page was loaded? */
export const WAS_TYPED_IN = 'wasTypedIn';
