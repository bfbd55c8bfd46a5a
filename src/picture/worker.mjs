/** Turns SVG into PNG on a thread of its own: each message is a drawing, each answer its bytes or why there are none. */
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { palettePng } from './png.mjs';

const font = { fontFiles: workerData.files, loadSystemFonts: false, defaultFontFamily: workerData.family };

parentPort?.on('message', ({ id, svg }) => {
  try {
    const picture = new Resvg(svg, { font }).render();
    const { width, height, pixels } = picture;
    const png = palettePng({ width, height, pixels }) ?? picture.asPng();
    parentPort?.postMessage({ id, png }, []);
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ id, failed }, []);
  }
});
