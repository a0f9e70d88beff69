/** Numerical integration of smooth functions. */

/** Abscissae and weights of Gauss–Legendre quadrature with 20 points on (-1, 1), positive half. */
const NODES: readonly number[] = [
  0.07652652113349734, 0.22778585114164507, 0.37370608871541955, 0.5108670019508271, 0.636053680726515,
  0.7463319064601508, 0.8391169718222188, 0.912234428251326, 0.9639719272779138, 0.9931285991850949,
];
const WEIGHTS: readonly number[] = [
  0.15275338713072584, 0.14917298647260374, 0.14209610931838204, 0.13168863844917664, 0.11819453196151841,
  0.10193011981724044, 0.08327674157670475, 0.06267204833410907, 0.04060142980038694, 0.017614007139152118,
];

/** ∫ f from `from` to `to` by Gauss–Legendre quadrature with 20 points. */
export function integrate(f: (x: number) => number, from: number, to: number): number {
  const middle = 0.5 * (from + to);
  const half = 0.5 * (to - from);
  let sum = 0;
  for (let i = 0; i < NODES.length; i++) {
    const d = half * NODES[i]!;
    sum += WEIGHTS[i]! * (f(middle - d) + f(middle + d));
  }
  return sum * half;
}
