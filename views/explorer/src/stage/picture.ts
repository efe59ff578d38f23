// The drawing as a file: all that is shown, whatever part of it the window sees.

import { shown } from "../state/network";
import { countWords } from "../words";
import { palette } from "./colours";
import { scene } from "./scene";
import { wholeEye, writeSvg } from "./writing";

const SHARP = 2;

/** An SVG document. */
export function svgOf(): string {
  const { width, height } = sizeOf();
  const { nodes, facts } = shown.value;
  const title = `${countWords(nodes.length, "entity", "entities")}, ${countWords(facts.length, "fact")}`;
  const eye = wholeEye(scene.value, width, height);
  return writeSvg(scene.value, eye, { title, colours: palette.value, live: false, pointed: null });
}

/** Twice as many pixels as the SVG, so that it is sharp in print. */
export async function pngOf(): Promise<Blob> {
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svgOf());
  await image.decode();
  const { width, height } = sizeOf();
  const canvas = document.createElement("canvas");
  canvas.width = width * SHARP;
  canvas.height = height * SHARP;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("The browser cannot write a picture of this size. Save it as SVG instead.");
  return blob;
}

/** Room for all: more entities take a larger sheet. */
function sizeOf(): { width: number; height: number } {
  const side = Math.min(3, Math.max(1, Math.sqrt(scene.value.nodes.length / 80)));
  return { width: Math.round(1200 * side), height: Math.round(800 * side) };
}
