import { Injectable } from '@nestjs/common';
import { Members } from '#members';
import { RegionsService } from '#regions';

const HUB = ['Watchfire'];

/** The words of somebody's surroundings, of which their password must not consist. */
@Injectable()
export class OwnWords {
  constructor(
    private readonly members: Members,
    private readonly regions: RegionsService,
  ) {}

  async of(person: {
    readonly memberId: string;
    readonly email: string;
    readonly name: string;
  }): Promise<string[]> {
    const member = (await this.members.byIds([person.memberId])).get(person.memberId);
    const places = (member?.line ?? []).map((code) => this.regions.tree().region(code)?.name ?? '');
    return [...HUB, person.email, person.name, member?.name ?? '', ...places];
  }
}
