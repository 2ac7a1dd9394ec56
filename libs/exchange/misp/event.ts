/** What of a MISP event is read and written here. Numbers are written as text, as MISP does; misp-core-format, section 2. */
export interface MispEvent {
  readonly uuid: string;
  readonly info: string;
  readonly date: string;
  readonly timestamp: string;
  readonly publish_timestamp: string;
  readonly published: boolean;
  readonly analysis: string;
  readonly threat_level_id: string;
  readonly distribution?: string;
  readonly sharing_group_id?: string;
  readonly Orgc: { readonly uuid: string; readonly name: string };
  readonly Tag: readonly MispTag[];
  readonly Attribute: readonly MispAttribute[];
  readonly Object?: readonly MispObject[];
}

export interface MispTag {
  readonly name: string;
  readonly colour?: string;
  readonly exportable?: boolean;
}

export interface MispAttribute {
  readonly uuid: string;
  readonly type: string;
  readonly category: string;
  readonly value: string;
  readonly to_ids: boolean;
  readonly timestamp: string;
  readonly comment?: string;
  readonly distribution?: string;
  readonly deleted?: boolean;
  readonly first_seen?: string | null;
  readonly Tag?: readonly MispTag[];
  readonly Sighting?: readonly MispSighting[];
}

/** Type 0 says "seen". */
export interface MispSighting {
  readonly uuid?: string;
  readonly type: string;
  readonly date_sighting: string;
  readonly source?: string;
}

export interface MispObject {
  readonly uuid: string;
  readonly name: string;
  readonly comment?: string;
  readonly distribution?: string;
  readonly deleted?: boolean;
  readonly Attribute: readonly MispAttribute[];
}
