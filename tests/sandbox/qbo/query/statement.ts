export type Operator = '=' | '<' | '>' | '<=' | '>=' | '!=' | 'IN' | 'LIKE';

export interface Condition {
  readonly field: string;
  readonly operator: Operator;
  /** One value, or several for IN. */
  readonly values: readonly string[];
}

export interface Statement {
  /** `*` is empty. */
  readonly fields: readonly string[];
  readonly counts: boolean;
  readonly entity: string;
  readonly conditions: readonly Condition[];
  readonly order: readonly { readonly field: string; readonly descending: boolean }[];
  readonly startPosition: number | undefined;
  readonly maxResults: number | undefined;
}
