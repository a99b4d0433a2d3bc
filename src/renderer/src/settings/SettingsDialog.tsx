import { type ReactNode, useEffect, useRef } from "react";
import { useShallow } from "zustand/react/shallow";
import { citationStyles } from "../../../shared/report/cite.ts";
import { chooseLanguage } from "../i18n/language.ts";
import { type Language, languages, useTexts } from "../i18n/texts.ts";
import { defaultSettings, setSettings, settingLimits, stepSetting, themes, useSettings } from "../state/settings.ts";
import { attempt, openDialog } from "../state/shell.ts";
import { CoderName } from "../ui/CoderName.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { BackupPlaceSetting } from "./BackupPlaceSetting.tsx";
import { LibraryFolder } from "./LibraryFolder.tsx";

/** What a reader may set: who they are, how the window looks and reads; and where the library and its backups are. */
export function SettingsDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const citation = useSettings((state) => state.citation);
  const { t, language } = useTexts();
  const all = useRef<HTMLDivElement>(null);
  // Otherwise what scrolls has the keyboard first.
  useEffect(() => all.current?.querySelector("input")?.focus(), []);
  const settings = useSettings(useShallow(({ theme, pages, face, focus }) => ({ theme, pages, face, focus })));
  return (
    <Dialog
      title={t("settings.title")}
      onClose={onClose}
      buttons={
        <button
          type="button"
          onClick={() =>
            setSettings({
              theme: defaultSettings.theme,
              pages: defaultSettings.pages,
              face: defaultSettings.face,
              size: defaultSettings.size,
              width: defaultSettings.width,
              spacing: defaultSettings.spacing,
            })
          }
        >
          {t("settings.usual")}
        </button>
      }
    >
      <div className="settings" ref={all}>
        <Section title={t("settings.profile")}>
          <CoderName />
        </Section>
        <Section title={t("settings.library")}>
          <LibraryFolder />
        </Section>
        <Section title={t("settings.appearance")}>
          <label className="setting">
            <span>{t("status.language")}</span>
            <select
              value={language}
              onChange={(event) => {
                const chosen = event.target.value as Language;
                void attempt(() => chooseLanguage(chosen));
              }}
            >
              {Object.entries(languages).map(([id, translation]) => (
                <option key={id} value={id} lang={id}>
                  {translation.name}
                </option>
              ))}
            </select>
          </label>
          <Choice
            label={t("settings.theme")}
            value={settings.theme}
            options={["system", ...themes]}
            name={(theme) => t(`settings.theme.${theme}`)}
            onChange={(theme) => setSettings({ theme })}
          />
        </Section>
        <Section title={t("settings.reading")}>
          <Choice
            label={t("settings.face")}
            value={settings.face}
            options={["serif", "sans"]}
            name={(face) => t(`settings.face.${face}`)}
            onChange={(face) => setSettings({ face })}
          />
          {(["size", "width", "spacing"] as const).map((name) => (
            <Stepper key={name} name={name} />
          ))}
          <label className="check">
            <input
              type="checkbox"
              checked={settings.focus}
              onChange={(event) => setSettings({ focus: event.target.checked })}
            />
            {t("settings.focus")}
          </label>
          <Choice
            label={t("settings.pages")}
            value={settings.pages}
            options={["window", ...themes]}
            name={(pages) => (pages === "window" ? t("settings.pages.window") : t(`settings.theme.${pages}`))}
            onChange={(pages) => setSettings({ pages })}
          />
        </Section>
        <Section title={t("settings.citations")}>
          <label className="setting">
            <span>{t("settings.citation")}</span>
            <select
              value={citation}
              onChange={(event) => {
                const style = citationStyles.find((citationStyle) => citationStyle === event.target.value);
                if (style !== undefined) setSettings({ citation: style });
              }}
            >
              {citationStyles.map((style) => (
                <option key={style} value={style}>
                  {t(`report.style.${style}`)}
                </option>
              ))}
            </select>
          </label>
        </Section>
        <Section title={t("settings.shortcuts")}>
          <button type="button" onClick={() => openDialog("keys")}>
            {t("settings.shortcuts.open")}
          </button>
        </Section>
        <Section title={t("settings.backups")}>
          <BackupPlaceSetting />
          <button type="button" onClick={() => openDialog("keeping")}>
            {t("settings.backups.open")}
          </button>
        </Section>
      </div>
    </Dialog>
  );
}

function Section({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

type ChoiceProps<Value extends string> = Readonly<{
  label: string;
  value: Value;
  options: readonly Value[];
  name: (value: Value) => string;
  onChange: (value: Value) => void;
}>;

function Choice<Value extends string>({ label, value, options, name, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset className="setting">
      <legend>{label}</legend>
      <div className="segments">
        {options.map((option) => (
          <button type="button" key={option} aria-pressed={option === value} onClick={() => onChange(option)}>
            {name(option)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Stepper({ name }: Readonly<{ name: keyof typeof settingLimits }>) {
  const { t, number } = useTexts();
  const value = useSettings((state) => state[name]);
  const [least, greatest] = settingLimits[name];
  return (
    <fieldset className="setting">
      <legend>{t(`settings.${name}`)}</legend>
      <div className="segments">
        <button
          type="button"
          aria-label={t("settings.less", { what: t(`settings.${name}`) })}
          disabled={value <= least}
          onClick={() => stepSetting(name, -1)}
        >
          −
        </button>
        <output>{number(value)}</output>
        <button
          type="button"
          aria-label={t("settings.more", { what: t(`settings.${name}`) })}
          disabled={value >= greatest}
          onClick={() => stepSetting(name, 1)}
        >
          +
        </button>
      </div>
    </fieldset>
  );
}
