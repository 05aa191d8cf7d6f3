// One frame of the moving picture: the shop's window, beside it the popup or the payer's phone, and a caption below.

/** CSS pixels: of the pages that are pictured, and of the frame. */
export const STAGE = {
  shop: { width: 640, height: 650 },
  popup: { width: 375, height: 650 },
  size: { width: 960, height: 600 },
};

const SCALE = 0.78;
const shopBox = { left: 28, top: 28, ...scaled(STAGE.shop) };
const besideBox = { left: shopBox.left + shopBox.width + 64, top: 28, ...scaled(STAGE.popup) };

function scaled({ width, height }) {
  return { width: Math.round(width * SCALE), height: Math.round(height * SCALE) };
}

/** Returns the HTML of a frame. `parts` are pictures of pages: `shop`, and `popup` or `phone`; `cursor` is at a point of one. */
export function composeFrame(caption, { shop, popup, phone, cursor }) {
  const beside = popup ?? phone;
  return `<!doctype html>
<style>
  body { margin: 0; background: #f5f5f4; font: 600 20px/1 'Noto Sans CJK KR', 'Noto Sans KR', system-ui, sans-serif; color: #1c1917; }
  .page { position: absolute; overflow: hidden; background: #fff; border: 1px solid #d6d3d1; border-radius: 10px; box-shadow: 0 8px 24px rgb(28 25 23 / 12%); }
  .page img { display: block; width: 100%; }
  .phone { border: 7px solid #292524; border-radius: 30px; margin: -7px; }
  p { position: absolute; inset: auto 0 24px; margin: 0; text-align: center; }
  svg { position: absolute; width: 26px; height: 26px; }
  i { position: absolute; width: 44px; height: 44px; margin: -22px; border-radius: 50%; background: rgb(194 65 12 / 30%); }
</style>
<div class="page" style="${place(shopBox)}">${picture(shop)}</div>
${beside ? `<div class="page ${phone ? 'phone' : ''}" style="${place(besideBox)}">${picture(beside)}</div>` : ''}
${cursor ? drawCursor(cursor) : ''}
<p>${caption}</p>`;
}

const place = ({ left, top, width, height }) => `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
const picture = (png) => `<img src="data:image/png;base64,${png.toString('base64')}">`;

function drawCursor({ on, x, y, isDown }) {
  const box = on === 'shop' ? shopBox : besideBox;
  const at = `left:${box.left + x * SCALE}px;top:${box.top + y * SCALE}px`;
  return `${isDown ? `<i style="${at}"></i>` : ''}<svg style="${at}" viewBox="0 0 24 24"><path d="M3 2l7 18 2.6-7.4L20 10z" fill="#1c1917" stroke="#fff" stroke-width="1.6"/></svg>`;
}
