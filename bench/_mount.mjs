import { startBrowser } from './browser.js';
import { bundle } from './bundle.js';
import { listen } from './listen.js';
import { median, takeTurns } from './statistics.js';
const alias=process.argv[2]==='src'?{'react-instead-pay':new URL('../src/index.ts',import.meta.url).pathname,'react-instead-pay/testing':new URL('../src/testing/index.ts',import.meta.url).pathname, react:new URL('./node_modules/react',import.meta.url).pathname,'react-dom':new URL('./node_modules/react-dom',import.meta.url).pathname}:{};
const app=await bundle({entryPoints:['pages/mount.jsx'],alias, minify: process.argv[3]!=='profile'});
const shop=await listen('localhost',({url})=>new URL(url).pathname==='/a.js'?new Response(app,{headers:{'content-type':'text/javascript'}}):new Response('<!doctype html><meta charset="utf-8"><script type="module" src="/a.js"></script>',{headers:{'content-type':'text/html','cross-origin-opener-policy':'same-origin','cross-origin-embedder-policy':'require-corp'}}));
const b=await startBrowser('--js-flags=--expose-gc');const p=await b.newPage();await p.goto(shop.origin);await p.waitForFunction(()=>window.countRenders);
const variants=['plain','markup','PayButton','useInsteadPay'];
const m=(v)=>p.evaluate(([v,c])=>window.measureMount(v,c),[v,1000]);
await takeTurns(variants,3,m);
if(process.argv[3]==='profile'){const s=await p.context().newCDPSession(p);await s.send('Profiler.enable');await s.send('Profiler.setSamplingInterval',{interval:100});await s.send('Profiler.start');for(let i=0;i<200;i++)await m('PayButton');const{profile}=await s.send('Profiler.stop');
 const self=new Map();const by=new Map(profile.nodes.map(n=>[n.id,n]));profile.samples.forEach((id,i)=>{const n=by.get(id);const k=n.callFrame.functionName+':'+n.callFrame.lineNumber;self.set(k,(self.get(k)??0)+profile.timeDeltas[i])});
 const tot=[...self.values()].reduce((a,b)=>a+b);console.log([...self].sort((a,b)=>b[1]-a[1]).slice(0,45).map(([k,v])=>(v/tot*100).toFixed(1)+'% '+k).join('\n'));
}else{const f=await takeTurns(variants,15,m);for(const v of variants){const t=median(f[v].map(x=>x.time));console.log(v,t.toFixed(2),(t/median(f.markup.map(x=>x.time))).toFixed(3),'min',Math.min(...f[v].map(x=>x.time)).toFixed(2))}
 const mins=Object.fromEntries(variants.map(v=>[v,Math.min(...f[v].map(x=>x.time))]));console.log('min ratio',(mins.PayButton/mins.markup).toFixed(3));}
await b.close();shop.close();process.exit();
