import { useCallback, useEffect, useRef, useState } from 'react';
import { useMedia } from '../../parts/use-media.js';
import { type Atlas, loadAtlas, type Outline, SHEET } from './atlas.js';

export interface Painted {
  /** A colour of the style sheet: `--level-high`. */
  readonly colour: string;
  /** What is said when one points at it; its name alone where there is nothing more. */
  readonly label: string | null;
}

interface MapCanvasProps {
  readonly label: string;
  /** The state that is shown whole; null for the nation. */
  readonly within: string | null;
  /** Whether counties are told apart. */
  readonly counties: boolean;
  readonly paint: (code: string) => Painted | undefined;
  /** Called with the place that is pressed. */
  readonly choose: (code: string, name: string) => void;
  /** The place whose outline stands out. */
  readonly marked?: string;
}

interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** How the whole of a box fits the sheet, with a little air around it. */
function viewOf(box: Outline['box'] | undefined): View {
  if (!box) return { scale: 1, x: 0, y: 0 };
  const [x0, y0, x1, y1] = box;
  const scale = Math.min(12, 0.9 / Math.max((x1 - x0) / SHEET.width, (y1 - y0) / SHEET.height));
  return {
    scale,
    x: SHEET.width / 2 - (scale * (x0 + x1)) / 2,
    y: SHEET.height / 2 - (scale * (y0 + y1)) / 2,
  };
}

/**
 * The map, drawn on a canvas, because a phone cannot move 3,200 elements. It is a picture for those who see it: everything in it
 * stands in the table beside it.
 */
export function MapCanvas({ label, within, counties, paint, choose, marked }: MapCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [atlas, setAtlas] = useState<Atlas>();
  const [pointed, setPointed] = useState<string>();
  const dark = useMedia('(prefers-color-scheme: dark)');
  useEffect(() => void loadAtlas().then(setAtlas, () => undefined), []);
  const view = viewOf(atlas?.states.find(({ code }) => code === within)?.box);

  const draw = useCallback(() => {
    const place = canvas.current;
    const context = place?.getContext('2d');
    if (!place || !context || !atlas) return;
    const style = getComputedStyle(place);
    const colour = (name: string) => style.getPropertyValue(name);
    const ratio = (place.clientWidth / SHEET.width) * devicePixelRatio;
    place.width = Math.round(SHEET.width * ratio);
    place.height = Math.round(SHEET.height * ratio);
    context.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * view.x, ratio * view.y);
    context.lineJoin = 'round';
    const shown = counties ? atlas.counties : atlas.states;
    const wanted = within === null ? shown : shown.filter(({ code }) => code.startsWith(within));
    context.strokeStyle = colour('--page');
    context.lineWidth = 0.4 / view.scale ** 0.5;
    for (const { code, path } of wanted) {
      context.fillStyle = colour(paint(code)?.colour ?? '--map-empty');
      context.fill(path);
      if (counties) context.stroke(path);
    }
    context.strokeStyle = colour('--map-border');
    context.lineWidth = 1 / view.scale;
    if (within === null) context.stroke(atlas.borders);
    const state = atlas.states.find(({ code }) => code === within);
    if (state) context.stroke(state.path);
    const outlined = atlas.counties.find(({ code }) => code === marked);
    if (!outlined) return;
    context.strokeStyle = colour('--ink');
    context.lineWidth = 2.5 / view.scale;
    context.stroke(outlined.path);
  }, [atlas, counties, marked, paint, view.scale, view.x, view.y, within]);

  useEffect(() => {
    draw();
    const place = canvas.current;
    if (!place) return;
    const observer = new ResizeObserver(draw);
    observer.observe(place);
    return () => observer.disconnect();
  }, [draw, dark]);

  const at = (event: { readonly clientX: number; readonly clientY: number }): Outline | undefined => {
    const place = canvas.current;
    const context = place?.getContext('2d');
    if (!place || !context || !atlas) return undefined;
    const bounds = place.getBoundingClientRect();
    const x = ((event.clientX - bounds.left) / bounds.width) * SHEET.width;
    const y = ((event.clientY - bounds.top) / bounds.height) * SHEET.height;
    const [sheetX, sheetY] = [(x - view.x) / view.scale, (y - view.y) / view.scale];
    context.save();
    context.resetTransform();
    const found = (counties ? atlas.counties : atlas.states).find(
      ({ box: [x0, y0, x1, y1], path, code }) =>
        (within === null || code.startsWith(within)) &&
        sheetX >= x0 &&
        sheetX <= x1 &&
        sheetY >= y0 &&
        sheetY <= y1 &&
        context.isPointInPath(path, sheetX, sheetY),
    );
    context.restore();
    return found;
  };

  return (
    <figure className="map">
      <canvas
        ref={canvas}
        className="map__canvas"
        width={SHEET.width}
        height={SHEET.height}
        role="img"
        aria-label={label}
        data-drawn={atlas ? '' : undefined}
        onPointerMove={(event) => {
          const found = at(event);
          setPointed(found && (paint(found.code)?.label ?? found.name));
        }}
        onPointerLeave={() => setPointed(undefined)}
        onClick={(event) => {
          const found = at(event);
          if (found) choose(found.code, found.name);
        }}
      />
      <figcaption className="map__pointed">{pointed ?? ' '}</figcaption>
    </figure>
  );
}
