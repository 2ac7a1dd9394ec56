import { geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import address from 'us-atlas/counties-albers-10m.json?url';

/** An outline on the sheet that the atlas is drawn for, 975 by 610. */
export interface Outline {
  readonly code: string;
  readonly name: string;
  readonly path: Path2D;
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number];
}

export interface Atlas {
  readonly states: readonly Outline[];
  readonly counties: readonly Outline[];
  /** The lines between states. */
  readonly borders: Path2D;
}

export const SHEET = { width: 975, height: 610 } as const;

type Topology = Parameters<typeof mesh>[0];
type Layer = Parameters<typeof feature<{ name: string }>>[1];

/** Draws for a canvas: a path is built once and filled many times. */
function outlines(topology: Topology, layer: 'states' | 'counties'): Outline[] {
  const measure = geoPath();
  const drawn = feature<{ name: string }>(topology, topology.objects[layer] as Exclude<Layer, string>);
  const shapes = 'features' in drawn ? drawn.features : [drawn];
  return shapes.map((shape) => {
    const [[x0, y0], [x1, y1]] = measure.bounds(shape);
    return {
      code: String(shape.id),
      name: shape.properties.name,
      path: new Path2D(measure(shape) ?? ''),
      box: [x0, y0, x1, y1],
    };
  });
}

let loading: Promise<Atlas> | undefined;

/** The atlas of the Census Bureau's cartographic boundaries; 250 kB compressed, so it is loaded with the first map. */
export function loadAtlas(): Promise<Atlas> {
  loading ??= fetch(address)
    .then((answer) => answer.json() as Promise<Topology>)
    .then((topology) => ({
      states: outlines(topology, 'states'),
      counties: outlines(topology, 'counties'),
      borders: new Path2D(
        geoPath()(mesh(topology, topology.objects.states as Parameters<typeof mesh>[1], (a, b) => a !== b)) ??
          '',
      ),
    }));
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
