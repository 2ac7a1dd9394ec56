import { randomInt } from 'node:crypto';

/** 128 short words that are easy to read out and mean nothing here: 7 bits each. */
const WORDS = `
acorn almond amber anchor apron arbor aspen atlas badge bagel barn basil beacon birch bison bonnet bramble brass brook bucket
cabin cactus candle canoe canyon carrot cedar chalk cider cinder clover cobalt comet copper coral cotton cradle crater cricket
crystal daisy dapple delta denim dune ember fable feather fern fiddle flint fossil galley garnet ginkgo glacier goblet granite
grotto hammock harbor hazel heron hickory ivory jasper juniper kayak kelp kettle lantern larch lattice lichen linen locket
maple marble meadow mitten mosaic moss nectar nickel nutmeg oat onyx orchid otter paddle pebble pecan pewter pigeon pine
plume prairie quartz quilt raven ribbon rudder saddle saffron satchel sienna sorrel sparrow spruce sycamore tangle teapot
thimble thistle timber tinsel trellis tulip turnip umber velvet walnut willow wren yarrow
`
  .trim()
  .split(/\s+/);

const WORDS_OF_A_PHRASE = 5;

/** A password of five words drawn by lot, 35 bits: to be copied by hand for a demo that strangers cannot reach. */
export const passphrase = (): string =>
  Array.from({ length: WORDS_OF_A_PHRASE }, () => WORDS[randomInt(WORDS.length)]).join('-');
