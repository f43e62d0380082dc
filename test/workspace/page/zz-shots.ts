import { startBolt, seedWith, clientOf, person } from '/work/main/test/workspace/fixture.ts';
import { startWorkspace } from '/work/main/src/workspace/server.ts';
import { builtPage, openBrowser, listen, requestModal } from '/work/main/test/workspace/page/fixture.ts';
const pageDir = await builtPage();
const ws = await startWorkspace({ seed: seedWith({name:'Baton', bot_user:{id:'U0APPBOT',name:'baton',real_name:'Baton'}}), pageDir, clockStart: '2026-11-30T09:02:00Z' });
const t=(s)=>({type:'plain_text',text:s}); const m=(s)=>({type:'mrkdwn',text:s});
const big = { ...requestModal, title: t('Decide: SSO by go-live'), submit: t('Decide'), blocks: [
  {type:'alert', level:'warning', text:m('Nothing in the contract covers this. *Two people* must agree before it becomes a promise.')},
  {type:'context', elements:[m('Northwind · CRM rollout · flag 2 of 5 · raised by call notes, 00:14:32')]},
  ...requestModal.blocks,
  {type:'input', block_id:'why', label:t('Why?'), element:{type:'plain_text_input', action_id:'v', multiline:true, placeholder:t('What the customer was told, and what we will do')}},
  {type:'input', block_id:'decision', label:t('Decision'), element:{type:'radio_buttons', action_id:'v', options:[{value:'d',text:t('Deliver it'),description:t('The delivery plan gets an item')},{value:'n',text:t('Not sold')},{value:'c',text:m('*Change order* with the customer')}]}},
  {type:'input', block_id:'day', label:t('Kickoff'), element:{type:'datepicker', action_id:'v', initial_date:'2026-12-14'}},
  {type:'input', block_id:'when', label:t('Reminder'), optional:true, element:{type:'datetimepicker', action_id:'v', initial_date_time: 1765785600}},
  {type:'input', block_id:'evidence', label:t('Evidence'), optional:true, element:{type:'file_input', action_id:'v', filetypes:['pdf','docx']}},
]};
const bolt = await startBolt(ws, (app) => { 
  app.view('request', async ({ack})=>{ await ack({response_action:'errors', errors:{what:'Say which system this is about.', decision:'Priya and Tomasz must both agree to this one.'}}); });
  app.command('/desk', async ({ack,client,body})=>{ await client.views.open({trigger_id: body.trigger_id, view: big as never}); await ack(); });
  app.event('app_home_opened', async ({event,client})=>{ if(event.tab!=='home') return; await client.views.publish({user_id:event.user, view:{type:'home', blocks:[
    {type:'header', text:t('Good morning, Priya')},
    {type:'section', text:m('You have *3 items* to decide. The next kickoff is *Northwind CRM* on <!date^1765699200^{date_long}|14 Dec>.')},
    {type:'divider'},
    {type:'header', text:t('My next items')},
    {type:'section', block_id:'s1', text:m('*Single sign-on by go-live*\nNorthwind · flag · high · waits for you and Tomasz'), accessory:{type:'button', action_id:'a', style:'primary', text:t('Decide')}},
    {type:'section', block_id:'s2', text:m('*Acceptance criteria for "data import"*\nNorthwind · question · since Thursday'), accessory:{type:'button', action_id:'a', text:t('Answer')}},
    {type:'section', block_id:'s3', text:m('*Packet v14*\nContoso · your signature'), accessory:{type:'button', action_id:'a', text:t('Read and sign')}},
    {type:'divider'},
    {type:'header', text:t('My handoffs by kickoff date')},
    {type:'section', fields:[m('*Northwind · CRM rollout*\n███████░░░ 71 %\nKickoff Mon 14 Dec'),m('*Contoso · Service desk*\n█████████░ 92 %\nKickoff Thu 17 Dec')]},
    {type:'actions', block_id:'x', elements:[{type:'static_select',action_id:'f',placeholder:t('Show'),options:[{value:'a',text:t('All of mine')}]},{type:'button',action_id:'b',text:t('New handoff')},{type:'overflow',action_id:'o',options:[{value:'1',text:t('Settings')}]}]},
    {type:'context', elements:[m('Updated <!date^1764493320^{time}|9:02> · `/handoff new` starts one')]},
  ] as never}}); });
});
const bot = clientOf(ws);
const P = person(ws,'U0PRIYA'), T=person(ws,'U0TOMASZ'), E=person(ws,'U0ELENA'), A=person(ws,'U0AISHA');
const C='C0HANDOFFS';
await T.do('post',{channel:C,text:'Morning all. I read the Northwind contract last night: 120 pages, and _nothing_ about single sign-on.'});
await T.do('post',{channel:C,text:'> "Single sign-on will be there on day one, do not worry about it."\nThat is from the discovery call, see <https://example.com/call|the recording>.'});
await fetch(`${ws.url}/people/clock`,{method:'POST',body:JSON.stringify({advance_ms:11*60000})});
const e1 = await E.do('post',{channel:C,text:'I remember. We talked about `SAML`, and I said:\n• it needs the enterprise plan\n• the customer\'s IT has to open port 443 to us, which took four weeks the last time we did it with somebody of that size\n• ~we do it for free~ we quote it :eyes: <@U0PRIYA>'}) as any;
await P.do('react',{channel:C,ts:e1.ts,name:'eyes'}); await T.do('react',{channel:C,ts:e1.ts,name:'eyes'}); await A.do('react',{channel:C,ts:e1.ts,name:'+1'});
await fetch(`${ws.url}/people/clock`,{method:'POST',body:JSON.stringify({advance_ms:9*60000})});
await E.upload({channel:C,filename:'Northwind order form (signed).pdf',comment:'The order form, signed on Friday.'},new Uint8Array(482113));
await fetch(`${ws.url}/people/clock`,{method:'POST',body:JSON.stringify({advance_ms:4*60000})});
const desk = await bot.chat.postMessage({channel:C,text:'Northwind · CRM rollout: readiness 71 %, 3 items are missing', blocks:[
  {type:'header',text:t('Northwind · CRM rollout')},
  {type:'context',elements:[m('Kickoff *Mon 14 Dec* · 9 business days · stage: review · :large_yellow_circle: not ready')]},
  {type:'section',text:m('*Readiness*  `███████░░░` *71 %*')},
  {type:'section',text:m('*Missing for kickoff*\n• 3 flags to decide: <@U0PRIYA> (2), <@U0TOMASZ> (1)\n• Acceptance criteria for "data import": <@U0TOMASZ>\n• Delivery acknowledgement of v14: <@U0PRIYA>')},
  {type:'section',text:m('*Next:* Priya decides "SSO by go-live"'),accessory:{type:'button',action_id:'open',text:t('Open my next item'),style:'primary'}},
  {type:'actions',elements:[{type:'button',action_id:'p',text:t('Packet v14')},{type:'button',action_id:'f',text:t('Flags 3')},{type:'button',action_id:'q',text:t('Questions 2')},{type:'button',action_id:'s',text:t('Schedule kickoff')},{type:'overflow',action_id:'o',options:[{value:'x',text:t('Stop this handoff')},{value:'y',text:t('Settings')}]}]},
] as never});
await bot.pins.add({channel:C,timestamp:desk.ts!});
await bot.bookmarks.add({channel_id:C,title:'Handoff packet',type:'link',link:'https://northwind.example/packet',emoji:':clipboard:'} as never);
await bot.bookmarks.add({channel_id:C,title:'CRM project',type:'link',link:'https://crm.example/42'} as never);
const flags = await bot.chat.postMessage({channel:C,text:'Flags: 3 to decide'});
const card = (title,q) => ({channel:C,thread_ts:flags.ts,text:title,blocks:[
  {type:'section',text:m(`*${title}* · high · timeline`)},
  {type:'section',text:m(`> ${q}\n_Dana Fox (sales), discovery call, 00:14:32_`),accessory:{type:'button',action_id:'show',text:t('Show in source')}},
  {type:'section',text:m('*Contract:* nothing covers this. Nearest: § 4.2 "Authentication is by user name and password."\n*Why it matters:* adds an integration that the plan has no time for.')},
  {type:'actions',elements:[{type:'button',action_id:'1',text:t('Deliver it'),style:'primary'},{type:'button',action_id:'2',text:t('Not sold')},{type:'button',action_id:'3',text:t('Change order')},{type:'button',action_id:'4',text:t('Ask the customer')},{type:'overflow',action_id:'5',options:[{value:'n',text:t('Not a promise')}]}]},
  {type:'context',elements:[m('Needs: account owner and delivery lead. So far: –')]},
]});
await bot.chat.postMessage(card('Promise not in the contract','"Single sign-on will be there on day one, don\'t worry about it."') as never);
await bot.chat.postMessage(card('Go-live earlier than the plan','"You can start on the first of March."') as never);
await T.do('post',{channel:C,thread_ts:flags.ts,text:'I can do the first one if we get the enterprise plan.'});
await bot.chat.postMessage({channel:C,text:'table',blocks:[{type:'section',text:m('*This week*: 4 kickoffs in the next 10 days; 1 will not make it.')},{type:'table',column_settings:[{},{align:'right'},{}],rows:[[{type:'raw_text',text:'Deal'},{type:'raw_text',text:'Readiness'},{type:'raw_text',text:'Blocker'}],[{type:'raw_text',text:'Northwind'},{type:'raw_text',text:'71 %'},{type:'raw_text',text:'SSO by go-live'}],[{type:'raw_text',text:'Contoso'},{type:'raw_text',text:'92 %'},{type:'raw_text',text:'–'}]]}] as never});
await bot.chat.postEphemeral({channel:C,user:'U0PRIYA',text:'Only the delivery lead can sign here. Ask <@U0TOMASZ>, or hand the role over in *Settings*.'});
await bot.conversations.canvases.create({channel_id:C,document_content:{type:'markdown',markdown:`# Northwind · CRM rollout

*Version 14* · drafted 30 Nov 2026, 9:02 · 3 items not yet decided

> Northwind buys a CRM for 40 sales people in three countries. They leave a spreadsheet behind and want their pipeline visible by the first of March.

## Executive summary
The customer expects **go-live on 1 March** and a [data import of 18,000 contacts](https://northwind.slack.com/archives/${C}/p${desk.ts!.replace('.','')}). Two promises were made outside the contract; both wait for a decision.

## Sold scope
| Commitment | Acceptance criterion | Due | Source |
| --- | --- | ---: | --- |
| CRM for 40 users | All users have signed in once | 1 Mar | [contract § 2.1](https://example.com) |
| Data import | 18,000 contacts, < 1 % rejected | 12 Feb | [order form](https://example.com) |
| Training, 3 half days | Attendance list signed | 26 Feb | [contract § 5](https://example.com) |

## Risks
| Risk | Likelihood | Owner |
| --- | :---: | --- |
| IT opens ports late | high | ![](@U0TOMASZ) |
| Old data without owners | medium | ![](@U0AISHA) |

### First 30 days
1. Kickoff on 14 December
2. Access to the test system
   - accounts for four people
   - VPN for one
3. First import of real data

- [x] Roles are named
- [ ] Security questionnaire
- [ ] Test data agreed

---

## Not yet decided
- *Single sign-on by go-live* — waits for Priya and Tomasz
- \`Sandbox\` for their partner

\`\`\`
POST /import?dry_run=1
\`\`\`
`}} as never);
await person(ws,'U0AISHA').do('post',{channel:'C0GENERAL',text:'Lunch at twelve?'});
const browser = await openBrowser();
const only = process.argv[2];
const errors:string[]=[];
for (const scheme of ['light','dark'] as const) for (const [w,h] of [[1280,800],[390,844]] as const) {
  const name=(s)=>`/tmp/shots/${s}-${scheme}-${w}.png`;
  const ctx = await browser.newContext({viewport:{width:w,height:h},colorScheme:scheme,deviceScaleFactor: w<500?2:1});
  const page = await ctx.newPage();
  page.on('console',(x)=>{ if(x.type()==='error') errors.push(x.text()); }); page.on('pageerror',(x)=>errors.push(String(x)));
  await page.goto(`${ws.url}/?as=U0PRIYA&channel=${C}`);
  await page.getByRole('log',{name:'Messages in #handoffs'}).getByText('Only visible to you').waitFor();
  await page.screenshot({path:name('channel')});
  await page.getByRole('log').first().evaluate((el:any)=>{el.scrollTop=0}); 
  if (w>500) { await page.getByRole('article').nth(2).hover(); }
  await page.screenshot({path:name('channel-top')});
  await page.getByRole('button',{name:/3 replies/}).click();
  await page.getByRole('complementary',{name:'Thread'}).getByText('I can do the first').waitFor();
  await page.screenshot({path:name('thread')});
  await page.getByRole('button',{name:'Close thread'}).click();
  if (w<500) { await page.getByRole('button',{name:'Channels and people'}).click(); await page.waitForTimeout(300); await page.screenshot({path:name('rail')}); await page.getByRole('button',{name:'Close the list of channels'}).click({position:{x:370,y:400}}); }
  await page.getByRole('textbox',{name:'Message #handoffs'}).fill('/de');
  await page.screenshot({path:name('hints')});
  await page.getByRole('textbox',{name:'Message #handoffs'}).fill('/desk new');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog'); await dialog.waitFor();
  await page.screenshot({path:name('modal')});
  await dialog.getByRole('button',{name:'Decide'}).click();
  await dialog.getByText('Please complete this required').first().waitFor();
  await dialog.getByRole('textbox',{name:'What is it about?'}).fill('Sign-on');
  await dialog.getByRole('combobox',{name:'How large is it?'}).selectOption('m');
  await dialog.getByRole('textbox',{name:'Why?'}).fill('We said so');
  await dialog.getByRole('radio',{name:/Deliver it/}).check();
  await dialog.getByRole('combobox',{name:/Who must agree/}).click();
  await page.getByRole('option',{name:/Tomasz/}).click();
  await page.screenshot({path:name('modal-combo')});
  await page.keyboard.press('Escape');
  await dialog.getByRole('button',{name:'Decide'}).click();
  await dialog.getByText('Say which system').waitFor();
  await page.screenshot({path:name('modal-errors')});
  await page.keyboard.press('Escape');
  await dialog.waitFor({state:'detached'});
  await page.getByRole('tab',{name:'Canvas'}).click();
  await page.getByRole('heading',{name:'Executive summary'}).waitFor();
  await page.screenshot({path:name('canvas')});
  await page.getByRole('region',{name:'Canvas'}).evaluate((el:any)=>{el.scrollTop=700}); 
  await page.screenshot({path:name('canvas-2')});
  if (w<500) await page.getByRole('button',{name:'Channels and people'}).click();
  await page.getByRole('navigation').getByRole('button',{name:/Baton Home/}).click();
  await page.getByRole('heading',{name:'My next items'}).waitFor();
  await page.waitForTimeout(250);
  await page.screenshot({path:name('home')});
  await page.getByRole('button',{name:'Developer'}).click();
  await page.getByText('views.publish').first().waitFor();
  await page.screenshot({path:name('developer')});
  if (w>500) { await page.getByRole('button',{name:/Acting as/}).click(); await page.screenshot({path:name('switcher')}); }
  await ctx.close();
}
console.log('errors', errors);
await browser.close(); await bolt.stop(); await ws.close();
