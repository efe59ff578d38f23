// What the routes of loads answer; docs/explorer-api.md describes each.

export interface LoadResult {
  documents: number;
  claims: number;
  entities: number;
  facts: number;
  created: number;
  changed: number;
  unchanged: number;
  skipped: { path: string; reason: string }[];
}

export interface Load {
  id: string;
  name: string;
  state: "waiting" | "reading" | "storing" | "done" | "failed";
  /** Documents stored, of `total`; 0 until they are counted. */
  done: number;
  total: number;
  result: LoadResult | null;
  /** Ids of what the claims of its documents name. */
  new_entities: string[];
  error: { message: string; remedy: string } | null;
}
