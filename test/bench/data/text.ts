import type { Random } from './random.js';

const WORDS =
  `account advisory alert attempt authentication authority ballot batch calls campaign certificate checklist
clerk contact county credential database delivery detected device disable domain election electronic email employee
endpoint equipment evidence exposed external failed false file firewall forged form fraud hosting impersonation incident
indicator inbox infrastructure integrity invoice isolate laptop link listed log login machine mail malicious malware
monitor network notice observed office official operation outage override page partner password patch paper phishing
phone pollbook polling portal precinct preserve print provider public ransomware record recover redirect registration
remote report request reset resident restore review rotate rumor scan scanner screen security server service shared
sign site social software source spoofed staff station status supplier support suspicious system tabulator target team
test threat ticket traffic training transfer update upload user vendor verify version voter vulnerability warehouse
warning website weekend wire worker`.split(/\s+/);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const KEPT = 2000;

/** Titles and paragraphs, made of a stock of sentences. */
export class Text {
  private readonly titles: readonly string[];
  private readonly sentences: readonly string[];

  constructor(private readonly random: Random) {
    const phrase = (words: number) =>
      capital(Array.from({ length: words }, () => random.pick(WORDS)).join(' '));
    this.titles = Array.from({ length: KEPT }, () => phrase(5 + random.below(6)));
    this.sentences = Array.from({ length: KEPT }, () => `${phrase(8 + random.below(10))}.`);
  }

  title(): string {
    return this.random.pick(this.titles);
  }

  paragraph(sentences: number): string {
    let text = this.random.pick(this.sentences);
    for (let more = 1; more < sentences; more += 1) text += ` ${this.random.pick(this.sentences)}`;
    return text;
  }
}
