import type { Brand, Browser, Channel, Confinement } from '../browser.ts';

/** One browser of one channel, and how each system knows it. */
export interface Product {
  readonly brand: Brand;
  readonly channel: Channel;
  readonly name: string;
  /** Linux: base names of its command, of the real file behind it, or of its snap's command. */
  readonly commands: readonly string[];
  /** Linux: application ids on Flathub. */
  readonly flatpaks: readonly string[];
  /** Windows: the end of its usual path. It stands below Program Files (either) or %LOCALAPPDATA%. */
  readonly windowsPath: string | null;
  /** Windows: its key below StartMenuInternet, without the suffix a per-user installation adds after a full stop. */
  readonly windowsKey: string | null;
  /** macOS: bundle identifier, and the bundle's name in an Applications folder. */
  readonly bundle: { readonly id: string; readonly name: string } | null;
}

export function productId(product: Pick<Product, 'brand' | 'channel'>): string {
  return product.channel === 'stable' ? product.brand : `${product.brand}-${product.channel}`;
}

export function browserOf(
  product: Product,
  executable: string,
  isDefault: boolean,
  confinement: Confinement = { kind: 'none' },
): Browser {
  const confined = confinement.kind !== 'none';
  const id = productId(product);
  return {
    id: confined ? `${id}-${confinement.kind}` : id,
    brand: product.brand,
    channel: product.channel,
    name: confined ? `${product.name} (${confinement.kind})` : product.name,
    executable,
    confinement,
    isDefault,
  };
}
