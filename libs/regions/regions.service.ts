import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database, type Tx, Wakeups, type WriteTx } from '#platform';
import { type AddedPlace, isPlaceCode } from './place.js';
import { PlaceStore } from './place-store.js';
import type { Region, RegionCode } from './region.js';
import { builtInTree, RegionTree } from './region-tree.js';

const PLACE_ADDED = 'place';

/** The tree of regions with the places that this hub, in whichever process, has added. */
@Injectable()
export class RegionsService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(RegionsService.name);
  private current = builtInTree;
  private loading: Promise<void> | undefined;
  private loadAgain = false;
  private stopListening = () => {};

  constructor(
    private readonly database: Database,
    private readonly wakeups: Wakeups,
    private readonly store: PlaceStore,
  ) {}

  async onModuleInit(): Promise<void> {
    this.stopListening = this.wakeups.on(PLACE_ADDED, () => {
      this.refresh().catch((error) => this.logger.error(error));
    });
    await this.refresh();
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  /** The tree as this process knows it: a place that another process added may be missing for a moment. */
  tree(): RegionTree {
    return this.current;
  }

  /**
   * A tree that has the places among these codes if any process has added them, for where a missing one would be a fault:
   * what is written about a region, and what a jurisdiction opens.
   * @param tx the write transaction under way, which also sees what it has added itself
   */
  async treeKnowing(codes: Iterable<RegionCode>, tx?: Tx): Promise<RegionTree> {
    const unknown = [...new Set(codes)].filter((code) => isPlaceCode(code) && !this.current.region(code));
    if (unknown.length === 0) return this.current;
    if (tx) return this.treeOf([...this.current.places, ...(await this.store.byCodes(tx, unknown))]);
    const found = await this.database.read((reading) => this.store.byCodes(reading, unknown));
    if (found.length > 0) await this.refresh();
    return this.current;
  }

  /**
   * Adds places in a transaction; every process knows them after its commit.
   * @throws PlaceRefused at the first place that cannot be added
   */
  async add(tx: WriteTx, places: readonly AddedPlace[]): Promise<readonly Region[]> {
    await this.store.lock(tx);
    const before = this.treeOf(await this.store.all(tx));
    const added = before.withPlaces(places).places.slice(before.places.length);
    await this.store.insert(tx, added);
    tx.wake(PLACE_ADDED);
    return added;
  }

  /** Reads the places anew; what was committed before it was asked for is in the tree when it is done. */
  private refresh(): Promise<void> {
    this.loadAgain = true;
    this.loading ??= this.load();
    return this.loading;
  }

  private async load(): Promise<void> {
    try {
      while (this.loadAgain) {
        this.loadAgain = false;
        const places = await this.database.read((tx) => this.store.all(tx));
        if (places.length !== this.current.places.length) this.current = this.treeOf(places);
      }
    } finally {
      this.loading = undefined;
    }
  }

  /** A place that an older version took and this one does not is left out: its members are nowhere, and so see less. */
  private treeOf(places: readonly AddedPlace[]): RegionTree {
    return new RegionTree(places, ({ message }, { code }) =>
      this.logger.error(`Place ${code} is left out: ${message}`),
    );
  }
}
