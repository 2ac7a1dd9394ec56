/** What of a CSAF 2.0 document is read here, once it has been held to the schema. */
export interface CsafDocument {
  readonly document: {
    readonly category: string;
    readonly csaf_version: '2.0';
    readonly title: string;
    readonly lang?: string;
    readonly distribution?: {
      readonly text?: string;
      readonly tlp?: { readonly label: string; readonly url?: string };
    };
    readonly publisher: { readonly category: string; readonly name: string; readonly namespace: string };
    readonly notes?: readonly CsafNote[];
    readonly references?: readonly CsafReference[];
    readonly tracking: {
      readonly id: string;
      readonly status: 'draft' | 'interim' | 'final';
      readonly version: string;
      readonly initial_release_date: string;
      readonly current_release_date: string;
      readonly revision_history: readonly {
        readonly date: string;
        readonly number: string;
        readonly summary: string;
      }[];
      readonly generator?: {
        readonly date?: string;
        readonly engine: { readonly name: string; readonly version?: string };
      };
    };
  };
  readonly product_tree?: CsafProducts;
  readonly vulnerabilities?: readonly CsafVulnerability[];
}

export interface CsafNote {
  readonly category: string;
  readonly text: string;
  readonly title?: string;
}

export interface CsafReference {
  readonly category?: string;
  readonly summary: string;
  readonly url: string;
}

export interface CsafProduct {
  readonly name: string;
  readonly product_id: string;
}

export interface CsafBranch {
  readonly category: string;
  readonly name: string;
  readonly product?: CsafProduct;
  readonly branches?: readonly CsafBranch[];
}

export interface CsafProducts {
  readonly branches?: readonly CsafBranch[];
  readonly full_product_names?: readonly CsafProduct[];
  readonly relationships?: readonly { readonly full_product_name: CsafProduct }[];
}

export interface CsafVulnerability {
  readonly cve?: string;
  readonly cwe?: { readonly id: string; readonly name: string };
  readonly title?: string;
  readonly notes?: readonly CsafNote[];
  readonly product_status?: Readonly<Record<string, readonly string[]>>;
  readonly references?: readonly CsafReference[];
  readonly remediations?: readonly {
    readonly category: string;
    readonly details: string;
    readonly product_ids?: readonly string[];
    readonly url?: string;
  }[];
  readonly scores?: readonly {
    readonly cvss_v3?: { readonly baseScore: number; readonly vectorString: string };
    readonly cvss_v2?: { readonly baseScore: number; readonly vectorString: string };
  }[];
  readonly threats?: readonly { readonly category: string; readonly details: string }[];
}
