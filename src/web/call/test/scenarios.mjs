import { allPicturesGrow, pause, picturesGrow, until } from './browser.mjs';
import { openRelay, relayInstalled } from './relay.mjs';

async function connected(pair, options = {}) {
  await Promise.all([pair.begin('answerer', options.answerer), pair.begin('offerer', options.offerer)]);
  await picturesGrow(pair);
  return pair;
}

const heard = (pair, side) => pair[side].evaluate(() => window.heard);
const peerState = (pair, side) => pair[side].evaluate(() => window.call.peerState.getSnapshot());

export const scenarios = {
  async two_pages_see_and_hear_each_other(pair) {
    const began = performance.now();
    await connected(pair);
    const connect = Math.round(performance.now() - began);
    const codes = await Promise.all(
      ['offerer', 'answerer'].map(side => pair[side].evaluate(() => window.call.fingerprint.getSnapshot())),
    );
    if (!codes[0] || codes[0] !== codes[1]) throw new Error(`codes differ: ${codes}`);
    return `first pictures after ${connect} ms, code ${codes[0]}`;
  },

  async the_order_of_arrival_does_not_matter(pair) {
    await pair.begin('offerer');
    await pause(1200);
    await pair.begin('answerer');
    await picturesGrow(pair);
  },

  async lost_signals_are_repeated(pair) {
    let lost = 0;
    pair.lose = () => lost++ < 6;
    await connected(pair);
  },

  async a_reload_of_the_answering_page_brings_the_call_back(pair) {
    await connected(pair);
    const began = performance.now();
    await pair.reload('answerer');
    await picturesGrow(pair);
    return `back after ${Math.round(performance.now() - began)} ms`;
  },

  async a_reload_of_the_offering_page_brings_the_call_back(pair) {
    await connected(pair);
    const began = performance.now();
    await pair.reload('offerer');
    await picturesGrow(pair);
    return `back after ${Math.round(performance.now() - began)} ms`;
  },

  async both_pages_reloaded_at_once_find_each_other(pair) {
    await connected(pair);
    await Promise.all([pair.reload('offerer'), pair.reload('answerer')]);
    await picturesGrow(pair);
  },

  async the_hub_away_does_not_touch_the_media(pair) {
    await connected(pair);
    const before = await pair.look('answerer');
    for (const side of ['offerer', 'answerer'])
      await pair[side].evaluate(() => {
        window.hubAway = true;
      });
    await pause(3000);
    for (const side of ['offerer', 'answerer'])
      await pair[side].evaluate(() => {
        window.hubAway = false;
        window.mesh.signalsAreBack();
      });
    await picturesGrow(pair);
    const after = await pair.look('answerer');
    const { reports } = await heard(pair, 'answerer');
    if (after.epoch !== before.epoch || reports.some(report => !report.flowing))
      throw new Error('media was touched');
  },

  async a_connection_that_is_beyond_repair_is_built_anew(pair) {
    await connected(pair);
    const began = performance.now();
    // The worst case: the other side's connection is gone, so that an ICE restart cannot help.
    await pair.answerer.evaluate(() => window.call.peer.pc.close());
    await until('the stall is noticed', async () =>
      (await heard(pair, 'offerer')).reports.some(report => !report.flowing),
    );
    const noticed = Math.round(performance.now() - began);
    await picturesGrow(pair, 25_000);
    return `noticed after ${noticed} ms, back after ${Math.round(performance.now() - began)} ms`;
  },

  async an_ice_restart_keeps_the_epoch_and_the_pictures(pair) {
    await connected(pair);
    const { epoch } = await pair.look('offerer');
    await pair.offerer.evaluate(() => window.call.queue.run(() => window.call.repair()));
    await until('the second round', () => pair.answerer.evaluate(() => window.call.peer.round === 2));
    await picturesGrow(pair);
    if ((await pair.look('offerer')).epoch !== epoch) throw new Error('a new epoch was opened');
  },

  async hold_and_mute_are_told_and_the_picture_stops(pair) {
    await connected(pair);
    await pair.offerer.evaluate(() => window.media.setHeld(true));
    await until('the hold is known', async () => (await peerState(pair, 'answerer'))?.held === true);
    await pause(500);
    const before = await pair.look('answerer');
    await pause(1500);
    const during = await pair.look('answerer');
    if (during.framesIn > before.framesIn + 2) throw new Error('pictures went on during the hold');
    if (during.state !== 'connected') throw new Error(`hold was taken for a stall: ${during.state}`);
    await pair.offerer.evaluate(() => window.media.setHeld(false));
    await picturesGrow(pair);
  },

  async a_device_is_changed_without_negotiation(pair) {
    await connected(pair);
    const change = await pair.offerer.evaluate(async () => {
      const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(
        one => one.kind === 'videoinput',
      );
      const used = window.media.tracks().video.getSettings().deviceId;
      // Chromium's fake_device_1 is a depth camera, which WebRTC does not send.
      const next = cameras.find(camera => camera.deviceId !== used && camera.label !== 'fake_device_1');
      await window.media.replaceDevice('camera', next.deviceId);
      return { changed: window.media.tracks().video.getSettings().deviceId === next.deviceId };
    });
    if (!change.changed) throw new Error('the camera is still the old one');
    await picturesGrow(pair);
    if ((await pair.offerer.evaluate(() => window.call.peer.round)) !== 1)
      throw new Error('it was negotiated');
  },

  async a_page_without_a_camera_has_a_call_with_sound(pair) {
    await Promise.all([pair.begin('answerer', { video: false }), pair.begin('offerer')]);
    await until('pictures at the answerer', async () => (await pair.look('answerer')).framesIn > 5);
    await until('sound at the offerer', async () => (await pair.look('offerer')).state === 'connected');
    await until(
      'the camera is known to be off',
      async () => (await peerState(pair, 'offerer'))?.camera === false,
    );
    await pair.answerer.evaluate(() => window.media.setCamera(true));
    await picturesGrow(pair);
  },

  async sound_only_stops_pictures_both_ways_and_comes_back(pair) {
    await connected(pair);
    await pair.answerer.evaluate(() => window.mesh.setAudioOnly(true));
    await pause(800);
    const before = await Promise.all([pair.look('offerer'), pair.look('answerer')]);
    await pause(1200);
    const after = await Promise.all([pair.look('offerer'), pair.look('answerer')]);
    if (after.some((look, at) => look.framesIn > before[at].framesIn + 2))
      throw new Error('pictures went on');
    if (after.some(look => look.state !== 'connected')) throw new Error('sound was lost');
    await pair.answerer.evaluate(() => window.mesh.setAudioOnly(false));
    await picturesGrow(pair);
  },

  async chat_and_real_time_text_arrive(pair) {
    await connected(pair);
    await pair.offerer.evaluate(() => {
      window.mesh.sendChat('Az. 4711/26');
      for (const character of 'Guten Tag, schön') window.mesh.typeRealTimeText(character);
    });
    await until(
      'the text',
      async () => {
        const { chat, text } = await heard(pair, 'answerer');
        return (chat[0] === 'Az. 4711/26' && text === 'Guten Tag, schön') || { chat, text };
      },
      2000,
    );
  },

  async a_relay_that_died_is_replaced_in_the_same_epoch(pair) {
    if (!relayInstalled) return 'left out: coturn is not installed';
    const relay = await openRelay();
    try {
      const { iceServers } = relay;
      await connected(pair, { offerer: { iceServers, relayOnly: true }, answerer: { iceServers } });
      const { epoch } = await pair.look('offerer');
      await relay.kill();
      await relay.start();
      const began = performance.now();
      const dead = await pair.look('offerer');
      // Now and then Chromium has a new allocation before 1.5 s are over; then there is no stall to notice.
      await until('the stall is noticed or healed', async () => {
        const { reports } = await heard(pair, 'offerer');
        const now = await pair.look('offerer');
        return reports.some(report => !report.flowing) || now.framesIn > dead.framesIn + 45 || reports;
      });
      await picturesGrow(pair, 25_000);
      const after = await pair.look('offerer');
      if (after.epoch !== epoch) throw new Error('a new epoch was opened');
      if (!(await pair.offerer.evaluate(() => window.call.relayed.getSnapshot())))
        throw new Error('not relayed');
      return `back after ${Math.round(performance.now() - began)} ms`;
    } finally {
      await relay.kill();
    }
  },

  async hanging_up_closes_the_connection(pair) {
    await connected(pair);
    await pair.offerer.evaluate(() => window.mesh.hangUp());
    const { state } = await pair.look('offerer');
    if (state !== 'ended') throw new Error(state);
    await until('the other side notices', async () => (await pair.look('answerer')).state === 'interrupted');
  },
};

async function seated(table) {
  await Promise.all(table.seats.map(seat => table.begin(seat)));
  await allPicturesGrow(table);
  return table;
}

/** Calls of three and four: each pair is a connection of its own. */
export const tables = {
  async three_people_see_each_other_and_write_to_all(open) {
    const table = await seated(await open(['requester', 'interpreter', 'guest_1']));
    await table.pages.guest_1.evaluate(() => window.mesh.sendChat('Guten Tag'));
    for (const seat of ['requester', 'interpreter'])
      await until(`the text at the ${seat}`, async () =>
        table.pages[seat].evaluate(() => window.heard.chat[0] === 'Guten Tag'),
      );
    const codes = await Promise.all(
      table.seats.map(seat =>
        table.pages[seat].evaluate(() =>
          window.mesh.pairs.getSnapshot().map(pair => pair.call.fingerprint.getSnapshot()),
        ),
      ),
    );
    if (new Set(codes.flat()).size !== 3) throw new Error(`not one code per pair: ${codes}`);
    return table;
  },

  async a_guest_who_comes_and_goes_does_not_touch_the_others(open) {
    const table = await open(['requester', 'interpreter', 'guest_1']);
    table.seats = ['requester', 'interpreter'];
    await seated(table);
    const { epoch } = await table.look('requester', 'interpreter');
    table.seats.push('guest_1');
    await Promise.all(['requester', 'interpreter'].map(seat => table.follow(seat)));
    await table.begin('guest_1');
    await allPicturesGrow(table);
    table.seats.pop();
    await Promise.all(['requester', 'interpreter'].map(seat => table.follow(seat)));
    await allPicturesGrow(table);
    const after = await table.look('requester', 'interpreter');
    const { reports } = await table.pages.requester.evaluate(() => window.heard);
    if (after.epoch !== epoch || reports.some(one => one.seat === 'interpreter' && !one.flowing))
      throw new Error('the pair of the two others was touched');
    return table;
  },

  async one_pair_that_breaks_is_mended_and_the_others_go_on(open) {
    const table = await seated(await open(['requester', 'interpreter', 'guest_1']));
    const { epoch } = await table.look('requester', 'interpreter');
    // Beyond an ICE restart: the guest's connection to the interpreter is gone.
    await table.pages.guest_1.evaluate(() => window.mesh.find('interpreter').call.peer.pc.close());
    await until('the stall is noticed', async () =>
      table.pages.interpreter.evaluate(() =>
        window.heard.reports.some(report => report.seat === 'guest_1' && !report.flowing),
      ),
    );
    await allPicturesGrow(table, 25_000);
    const { reports } = await table.pages.requester.evaluate(() => window.heard);
    if ((await table.look('requester', 'interpreter')).epoch !== epoch || reports.some(one => !one.flowing))
      throw new Error('another pair was touched');
    return table;
  },

  async four_people_and_a_reload_of_one_of_them(open) {
    const table = await seated(await open(['requester', 'interpreter', 'guest_1', 'guest_2']));
    await table.reload('guest_1');
    await allPicturesGrow(table, 30_000);
    return table;
  },
};

/** Speed is measured when asked for by name: npm run test:call -- first_picture */
export const measurements = {
  async first_picture_of_thirty_calls(openPair) {
    const times = [];
    for (let call = 0; call < 30; call++) {
      const pair = await openPair();
      try {
        await Promise.all([pair.begin('answerer'), pair.begin('offerer')]);
        const both = [pair.answerer, pair.offerer].map(page => page.evaluate(() => window.firstPicture));
        times.push(Math.round(Math.max(...(await Promise.all(both)))));
      } finally {
        await pair.close();
      }
    }
    times.sort((one, other) => one - other);
    return `camera opened until both see each other: p50 ${times[15]} ms (goal 600), p95 ${times[28]} ms (goal 1200)`;
  },
};
