import type { AlertLevel } from '#contract';
import type { Region } from '#regions';
import type { LevelSetting } from '../content/content.js';
import type { Together } from './together.js';

/** An alert level that something sets, and for which region. */
export interface LevelSettingView {
  readonly region: Region;
  readonly level: AlertLevel;
}

export function levelSettingView(set: LevelSetting | undefined, together: Together): LevelSettingView | null {
  const [region] = set ? together.regionsOf([set.region]) : [];
  return set && region ? { region, level: set.level } : null;
}
