/** Presses for tests: none, as on a machine without a browser, and one that prints its orders back. */
import type { PdfOrder, PictureOrder, Press } from '../../server/ports.ts';

export const noPress: Press = {
  isThere: async () => false,
  pdf: () => Promise.reject(new Error('There is no press')),
  picture: () => Promise.reject(new Error('There is no press')),
  close: async () => undefined,
};

export interface FakePress extends Press {
  /** Everything that it was asked for, in order. */
  readonly orders: ReadonlyArray<PdfOrder | PictureOrder>;
}

/** Gives the page that it was to print. `fails`: whether an order, with its text, is one that it cannot do. */
export function aPress(fails: (html: string) => boolean = () => false): FakePress {
  const orders: Array<PdfOrder | PictureOrder> = [];
  const print = async (order: PdfOrder | PictureOrder): Promise<Uint8Array> => {
    orders.push(order);
    if (fails(new TextDecoder().decode(order.html))) throw new Error('The press is jammed');
    return order.html;
  };
  return { orders, isThere: async () => true, pdf: print, picture: print, close: async () => undefined };
}
