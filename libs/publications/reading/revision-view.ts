import { ANALYST_KEY, originKey, type Tlp } from '#access';
import type { Severity } from '#contract';
import type { Addressed, Content } from '../content/content.js';
import { AudienceView } from './audience-view.js';
import { type LevelSettingView, levelSettingView } from './level-setting-view.js';
import type { Together } from './together.js';

/** What of a revision its view needs. */
export interface RevisionFacts {
  readonly id: string;
  readonly publicationId: string;
  readonly originId: string;
  /** The present TLP of its publication. */
  readonly presentTlp: Tlp;
  readonly tlp: Tlp;
  readonly content: Content;
  readonly audience: Addressed;
  readonly note: string | null;
  readonly releasedById: string;
  readonly at: string;
}

/** A revision as a viewer may see it. */
export class RevisionView {
  constructor(
    private readonly facts: RevisionFacts,
    /** Its number among those that the viewer sees; null where that must be read first. */
    private readonly ordinal: number | null,
    private readonly together: Together,
  ) {}

  get publicationId() {
    return this.facts.publicationId;
  }
  get id() {
    return this.facts.id;
  }
  get releasedAt() {
    return this.facts.at;
  }
  get note() {
    return this.facts.note;
  }
  get title() {
    return this.facts.content.title;
  }
  get summary() {
    return this.facts.content.summary;
  }
  get body() {
    return this.facts.content.body;
  }
  get instructions() {
    return this.facts.content.instructions;
  }
  get tlp(): Tlp {
    return this.facts.tlp;
  }
  get severity(): Severity | null {
    return this.facts.content.severity;
  }
  get alertLevel(): LevelSettingView | null {
    return levelSettingView(this.facts.content.alertLevel, this.together);
  }
  get audience(): AudienceView {
    return new AudienceView(this.facts.audience, this.facts.originId, this.together);
  }

  number(): number | Promise<number> {
    const { id, publicationId } = this.facts;
    return this.ordinal ?? this.together.numberOf(publicationId, id);
  }

  /** For the origin's own people and, unless it is red, hub analysts. */
  releasedBy() {
    const { originId, tlp, presentTlp, releasedById } = this.facts;
    const { held } = this.together.principal;
    const red = tlp === 'RED' || presentTlp === 'RED';
    if (held.has(originKey(originId)) || (!red && held.has(ANALYST_KEY)))
      return this.together.releaserOf(releasedById);
    return null;
  }
}
